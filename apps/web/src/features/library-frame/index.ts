'use client'

export { LibraryFrame } from './library-frame.tsx'
