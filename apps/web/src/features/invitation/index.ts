'use client'

export { InvitationPage } from './invitation-page.tsx'
