'use client'

export { AuditPage } from './audit-page.tsx'
