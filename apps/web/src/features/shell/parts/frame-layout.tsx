'use client'

import { type ReactNode, useMemo } from 'react'
import { useRail } from '../hooks/use-rail.ts'
import { useShortcuts } from '../hooks/use-shortcuts.ts'
import { BottomBar } from './bottom-bar.tsx'
import { CommandPalette } from './command-palette.tsx'
import classes from './frame-layout.module.css'
import { OfflineNotice } from './offline-notice.tsx'
import { openPalette } from './palette-store.ts'
import { Rail } from './rail.tsx'
import { openShortcuts, ShortcutsDialog } from './shortcuts-dialog.tsx'
import { TopBar } from './top-bar.tsx'

/** Rail, top bar and content; on a phone the rail is a bar at the bottom. */
export function Frame({ narrow: initiallyNarrow, children }: { narrow: boolean; children: ReactNode }) {
  const { narrow, toggle } = useRail(initiallyNarrow)
  useShortcuts(
    useMemo(
      () => [
        { keys: 'mod+k', label: 'Search and commands', group: 'Everywhere', run: openPalette, always: true },
        { keys: '?', label: 'Keyboard shortcuts', group: 'Everywhere', run: openShortcuts },
        { keys: '[', label: 'Collapse or widen the rail', group: 'Everywhere', run: toggle },
      ],
      [toggle],
    ),
  )
  return (
    <div className={classes.frame} data-narrow={narrow || undefined}>
      <a className={classes.skip} href="#content">
        Skip to content
      </a>
      <Rail narrow={narrow} toggle={toggle} />
      <div className={classes.column}>
        <TopBar />
        <OfflineNotice />
        <main id="content" className={classes.content} tabIndex={-1}>
          {children}
        </main>
      </div>
      <BottomBar />
      <CommandPalette />
      <ShortcutsDialog />
    </div>
  )
}
