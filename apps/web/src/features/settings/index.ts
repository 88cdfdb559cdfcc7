'use client'

export { ReadOnlyNote } from './parts/read-only-note.tsx'
export { SettingsFrame } from './settings-frame.tsx'
export { SettingsPage } from './settings-page.tsx'
