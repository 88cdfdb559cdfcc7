'use client'

export { SetupPage } from './setup-page.tsx'
