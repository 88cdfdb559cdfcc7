'use client'

import { Tabs } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type ConflictSide, type conflictSides, LazyConflictPane } from '../../../editor/index.ts'
import classes from './resolve-page.module.css'

interface SidePanesProps {
  sides: ReturnType<typeof conflictSides>
  current: string | null
  branch: string
  theirsName: string
}

/** Before, mine and theirs: beside each other where there is room, else one at a time. */
export function SidePanes({ sides, current, branch, theirsName }: SidePanesProps) {
  const roomy = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false })
  const panes: { side: ConflictSide; title: string; label: string }[] = [
    { side: 'base', title: 'Before both', label: 'The text before both changes' },
    { side: 'ours', title: `Mine: ${branch}`, label: `The text of ${branch}` },
    { side: 'theirs', title: `Theirs: ${theirsName}`, label: `The text of ${theirsName}` },
  ]
  if (roomy)
    return (
      <div className={classes.panes}>
        {panes.map(({ side, title, label }) => (
          <section key={side} className={classes.pane} aria-label={label}>
            <h3 className={classes.paneTitle} title={title}>
              {title}
            </h3>
            <div className={classes.paneText}>
              <LazyConflictPane side={sides[side]} tone={side} label={label} current={current} />
            </div>
          </section>
        ))}
      </div>
    )
  return (
    <Tabs defaultValue="theirs" keepMounted={false} className={classes.tabs}>
      <Tabs.List className={classes.tabList}>
        {panes.map(({ side, title }) => (
          <Tabs.Tab key={side} value={side} className={classes.tab}>
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {panes.map(({ side, label }) => (
        <Tabs.Panel key={side} value={side} className={classes.paneText}>
          <LazyConflictPane side={sides[side]} tone={side} label={label} current={current} />
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
