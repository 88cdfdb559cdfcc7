'use client'

export { EntryPage } from './entry-page.tsx'
