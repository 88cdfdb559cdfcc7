import type { ReactNode } from 'react'
import { Page, PageHeader } from '../../ui/index.ts'
import { SettingsTabs } from './parts/settings-tabs.tsx'

interface SettingsFrameProps {
  title: string
  description: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** What the pages under Settings share: the tabs above, then the page's own head. */
export function SettingsFrame({ title, description, actions, children }: SettingsFrameProps) {
  return (
    <Page>
      <SettingsTabs />
      <PageHeader title={title} description={description} actions={actions} />
      {children}
    </Page>
  )
}
