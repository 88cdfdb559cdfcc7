'use client'

export { LibraryChangelogPage } from './library-changelog-page.tsx'
