'use client'

export { LibraryPage } from './library-page.tsx'
