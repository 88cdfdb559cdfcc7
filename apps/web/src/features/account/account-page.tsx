'use client'

import { Page, PageHeader } from '../../ui/index.ts'
import { usePageName } from '../shell/index.ts'
import { PasswordSection } from './parts/password-section.tsx'
import { ProfileSection } from './parts/profile-section.tsx'
import { SessionsSection } from './parts/sessions-section.tsx'

/** What belongs to the person: name, password, where they are signed in. */
export function AccountPage() {
  usePageName('Account')
  return (
    <Page>
      <PageHeader title="Account" description="What belongs to you, in all libraries." />
      <ProfileSection />
      <PasswordSection />
      <SessionsSection />
    </Page>
  )
}
