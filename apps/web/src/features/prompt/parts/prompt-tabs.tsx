'use client'

import { VisuallyHidden } from '@mantine/core'
import { IconGitPullRequest, IconHistory, IconPencil, IconSettings, IconSitemap } from '@tabler/icons-react'
import { usePathname } from 'next/navigation'
import { PageTabs } from '../../../ui/index.ts'
import { useOpenChanges } from '../hooks/use-open-changes.ts'
import { usePromptShell } from '../prompt-context.tsx'
import classes from './prompt-tabs.module.css'

const TABS = [
  { label: 'Write', path: '', within: [''], icon: IconPencil },
  {
    label: 'History',
    path: '/history',
    within: ['/history', '/commits', '/compare', '/changelog'],
    icon: IconHistory,
  },
  { label: 'Changes', path: '/changes', within: ['/changes'], icon: IconGitPullRequest },
  { label: 'Usage', path: '/usage', within: ['/usage'], icon: IconSitemap },
  { label: 'Settings', path: '/settings', within: ['/settings'], icon: IconSettings },
]

/** Where the page of a tab puts its own buttons. */
export const ACTIONS_SLOT = 'prompt-actions'

/** The pages of a prompt. */
export function PromptTabs() {
  const { home, href } = usePromptShell()
  const openChanges = useOpenChanges()
  const rest = decodeURI(usePathname()).slice(home.length)
  const open = openChanges > 0 && (
    <>
      {openChanges}
      <VisuallyHidden> open</VisuallyHidden>
    </>
  )
  const tabs = TABS.map(({ label, path, within, icon }) => ({
    label,
    icon,
    // Change requests and includes are those of the prompt: they stay where they are when a branch is deleted.
    href: path === '/changes' || path === '/usage' ? `${home}${path}` : href(path),
    current: within.some((start) => (start === '' ? rest === '' : rest.startsWith(start))),
    count: path === '/changes' && open,
  }))
  return (
    <div className={classes.row}>
      <div className={classes.tabs}>
        <PageTabs label="Pages of this prompt" tabs={tabs} />
      </div>
      <div id={ACTIONS_SLOT} className={classes.actions} />
    </div>
  )
}
