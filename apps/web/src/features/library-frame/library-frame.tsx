'use client'

import { IconChartBar, IconList, IconListDetails, IconSitemap } from '@tabler/icons-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
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
  const home = `/l/${slug}`
  const pathname = usePathname()
  return (
    <div className={classes.frame}>
      <nav className={classes.tabs} aria-label="Pages of this library">
        {TABS.map(({ label, path, icon: Icon }) => (
          <Link
            key={path}
            href={home + path}
            className={classes.tab}
            aria-current={pathname === home + path ? 'page' : undefined}
          >
            <Icon size={15} stroke={1.75} aria-hidden />
            {label}
          </Link>
        ))}
      </nav>
      <div className={classes.body}>{children}</div>
    </div>
  )
}
