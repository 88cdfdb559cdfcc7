'use client'

import { ActionIcon, Tooltip } from '@mantine/core'
import { IconBooks, IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { DESTINATIONS, isWithin } from '../navigation.ts'
import { useMaybeLibrary, useViewer } from '../session-context.tsx'
import { LibrarySwitcher } from './library-switcher.tsx'
import classes from './rail.module.css'
import { WaitingCount } from './waiting-count.tsx'

/** The left rail: which library, and its pages. */
export function Rail({ narrow, toggle }: { narrow: boolean; toggle: () => void }) {
  const library = useMaybeLibrary()
  const { libraries } = useViewer()
  const pathname = usePathname()
  const Toggle = narrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  const toggleLabel = narrow ? 'Widen the rail' : 'Collapse the rail'
  return (
    <nav className={classes.rail} data-narrow={narrow || undefined} aria-label="Main">
      <LibrarySwitcher narrow={narrow} />
      <ul className={classes.list}>
        {!library &&
          libraries.map(({ id, slug, name }) => (
            <li key={id}>
              <Link className={classes.item} href={`/l/${slug}`} aria-label={narrow ? name : undefined}>
                <IconBooks size={18} stroke={1.5} aria-hidden />
                {!narrow && name}
              </Link>
            </li>
          ))}
        {library &&
          DESTINATIONS.filter(({ needs }) => library.viewerActions.includes(needs)).map((destination) => (
            <li key={destination.path}>
              <Tooltip label={destination.label} position="right" disabled={!narrow}>
                <Link
                  className={classes.item}
                  href={`/l/${library.slug}${destination.path}`}
                  aria-current={isWithin(destination, library.slug, pathname) ? 'page' : undefined}
                  aria-label={narrow ? destination.label : undefined}
                >
                  <destination.icon size={18} stroke={1.5} aria-hidden />
                  {!narrow && destination.label}
                  {destination.path === '/changes' && <WaitingCount small={narrow} />}
                </Link>
              </Tooltip>
            </li>
          ))}
      </ul>
      <Tooltip label={toggleLabel} position="right">
        <ActionIcon
          className={classes.toggle}
          onClick={toggle}
          aria-label={toggleLabel}
          aria-expanded={!narrow}
        >
          <Toggle size={18} stroke={1.5} />
        </ActionIcon>
      </Tooltip>
    </nav>
  )
}
