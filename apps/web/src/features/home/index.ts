'use client'

export { HomePage } from './home-page.tsx'
