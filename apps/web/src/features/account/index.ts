'use client'

export { AccountPage } from './account-page.tsx'
