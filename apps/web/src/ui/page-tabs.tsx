import type { IconProps } from '@tabler/icons-react'
import Link from 'next/link'
import type { ComponentType, ReactNode } from 'react'
import classes from './page-tabs.module.css'

interface PageTab {
  label: string
  href: string
  icon: ComponentType<IconProps>
  current: boolean
  /** How much there is to see, as a number beside the label. */
  count?: ReactNode
}

/** Links between pages that belong together, with the present one marked. */
export function PageTabs({ label, tabs }: { label: string; tabs: readonly PageTab[] }) {
  return (
    <nav className={classes.tabs} aria-label={label}>
      {tabs.map(({ label, href, icon: Icon, current, count }) => (
        <Link key={href} href={href} className={classes.tab} aria-current={current ? 'page' : undefined}>
          <Icon size={15} stroke={1.75} aria-hidden />
          {label}
          {count && <span className={classes.count}>{count}</span>}
        </Link>
      ))}
    </nav>
  )
}
