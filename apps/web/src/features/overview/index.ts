'use client'

export { OverviewPage } from './overview-page.tsx'
