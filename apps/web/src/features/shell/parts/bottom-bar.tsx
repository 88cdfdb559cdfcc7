'use client'

import { UnstyledButton } from '@mantine/core'
import { IconBooks, IconSearch } from '@tabler/icons-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { DESTINATIONS, isWithin } from '../navigation.ts'
import { useMaybeLibrary } from '../session-context.tsx'
import classes from './bottom-bar.module.css'
import { openPalette } from './palette-store.ts'
import { WaitingCount } from './waiting-count.tsx'

/** The rail of a phone. */
export function BottomBar() {
  const library = useMaybeLibrary()
  const pathname = usePathname()
  return (
    <nav className={classes.bar} aria-label="Main">
      {library &&
        DESTINATIONS.filter(({ needs }) => library.viewerActions.includes(needs)).map((destination) => (
          <Link
            key={destination.path}
            className={classes.item}
            href={`/l/${library.slug}${destination.path}`}
            aria-current={isWithin(destination, library.slug, pathname) ? 'page' : undefined}
          >
            <destination.icon size={22} stroke={1.5} aria-hidden />
            {destination.label}
            {destination.path === '/changes' && <WaitingCount small />}
          </Link>
        ))}
      {!library && (
        <Link className={classes.item} href="/">
          <IconBooks size={22} stroke={1.5} aria-hidden />
          Library
        </Link>
      )}
      <UnstyledButton className={classes.item} onClick={openPalette}>
        <IconSearch size={22} stroke={1.5} aria-hidden />
        Search
      </UnstyledButton>
    </nav>
  )
}
