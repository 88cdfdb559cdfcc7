'use client'

import { IconChartBar, IconList, IconListDetails, IconSitemap } from '@tabler/icons-react'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { PageTabs } from '../../ui/index.ts'
import { useLibrary } from '../shell/index.ts'
import classes from './library-frame.module.css'

const TABS = [
  { label: 'Prompts', path: '', icon: IconList },
  { label: 'Overview', path: '/overview', icon: IconChartBar },
  { label: 'Changelog', path: '/changelog', icon: IconListDetails },
  { label: 'Dependencies', path: '/dependencies', icon: IconSitemap },
]

/** What the pages about the whole library stand in: the tabs that lead from one to the other. */
export function LibraryFrame({ children }: { children: ReactNode }) {
  const { slug } = useLibrary()
  const pathname = usePathname()
  const tabs = TABS.map(({ path, ...tab }) => {
    const href = `/l/${slug}${path}`
    return { ...tab, href, current: pathname === href }
  })
  return (
    <div className={classes.frame}>
      <div className={classes.tabs}>
        <PageTabs label="Pages of this library" tabs={tabs} />
      </div>
      <div className={classes.body}>{children}</div>
    </div>
  )
}
