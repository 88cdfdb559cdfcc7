'use client'

export { ApiKeysPage } from './api-keys-page.tsx'
