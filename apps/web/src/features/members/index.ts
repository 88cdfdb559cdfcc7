'use client'

export { MembersPage } from './members-page.tsx'
export { LevelSelect } from './parts/level-select.tsx'
