'use client'

export { FieldsPage } from './fields-page.tsx'
