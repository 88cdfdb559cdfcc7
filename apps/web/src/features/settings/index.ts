'use client'

export { SettingsFrame } from './settings-frame.tsx'
export { SettingsPage } from './settings-page.tsx'
