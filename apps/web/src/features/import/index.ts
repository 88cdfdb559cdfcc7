'use client'

export { ImportPage } from './import-page.tsx'
