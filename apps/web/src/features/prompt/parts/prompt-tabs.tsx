'use client'

import { VisuallyHidden } from '@mantine/core'
import { IconGitPullRequest, IconHistory, IconPencil, IconSettings, IconSitemap } from '@tabler/icons-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
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
  { label: 'Settings', path: '/settings', within: ['/settings'], icon: IconSettings, IconSitemap },
]

/** Where the page of a tab puts its own buttons. */
export const ACTIONS_SLOT = 'prompt-actions'

/** The pages of a prompt. */
export function PromptTabs() {
  const { home, href } = usePromptShell()
  const openChanges = useOpenChanges()
  const rest = decodeURI(usePathname()).slice(home.length)
  return (
    <div className={classes.row}>
      <nav className={classes.tabs} aria-label="Pages of this prompt">
        {TABS.map(({ label, path, within, icon: Icon }) => {
          const current = within.some((start) => (start === '' ? rest === '' : rest.startsWith(start)))
          return (
            <Link
              key={path}
              // Change requests and includes are those of the prompt: they stay where they are when a branch is deleted.
              href={path === '/changes' || path === '/usage' ? `${home}${path}` : href(path)}
              className={classes.tab}
              aria-current={current ? 'page' : undefined}
            >
              <Icon size={15} stroke={1.75} aria-hidden />
              {label}
              {path === '/changes' && openChanges > 0 && (
                <span className={classes.count}>
                  {openChanges}
                  <VisuallyHidden> open</VisuallyHidden>
                </span>
              )}
            </Link>
          )
        })}
      </nav>
      <div id={ACTIONS_SLOT} className={classes.actions} />
    </div>
  )
}
