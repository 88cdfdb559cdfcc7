'use client'

import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconArrowDown, IconArrowUp, IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './conflict-bar.module.css'
import type { Conflict, Merging } from './conflict-query.ts'
import { conflictProgress, conflictTitle } from './conflict-words.ts'

interface ConflictBarProps {
  branch: string
  merging: Merging
  conflicts: readonly Conflict[]
  go: (step: 1 | -1) => void
  /** Absent where the person may not write. */
  onCommit?: () => void
  onGiveUp?: () => void
  /** More to press, before the rest. */
  children?: ReactNode
}

/** Says above the text how far the resolution of conflicts is, and leads from one to the next. */
export function ConflictBar(props: ConflictBarProps) {
  const { branch, merging, conflicts, go, onCommit, onGiveUp, children } = props
  const open = conflicts.filter(({ choice }) => choice === null).length
  const Icon = open > 0 ? IconAlertTriangle : IconCircleCheck
  return (
    <section className={classes.bar} data-open={open > 0 || undefined} aria-label="Conflicts">
      <Icon size={18} stroke={1.75} aria-hidden />
      <div className={classes.words}>
        <strong>{conflictTitle(branch, merging, conflicts)}</strong>
        <span role="status" data-testid="conflict-progress">
          {conflictProgress(conflicts)}
          {merging && `, begun by ${merging.startedBy.name}`}
        </span>
      </div>
      <div className={classes.actions}>
        {children}
        {conflicts.length > 0 && (
          <>
            <Tooltip label="Previous conflict (P)">
              <ActionIcon aria-label="Previous conflict" onClick={() => go(-1)}>
                <IconArrowUp size={16} />
              </ActionIcon>
            </Tooltip>
            <Tooltip label="Next conflict (N)">
              <ActionIcon aria-label="Next conflict" onClick={() => go(1)}>
                <IconArrowDown size={16} />
              </ActionIcon>
            </Tooltip>
          </>
        )}
        {merging && onGiveUp && (
          <Button size="xs" variant="subtle" onClick={onGiveUp}>
            Give up
          </Button>
        )}
        {merging && onCommit && (
          <Tooltip
            label={open > 0 ? 'Resolve every place first' : 'Every place is resolved'}
            disabled={open === 0}
          >
            <Button
              size="xs"
              variant={open === 0 ? 'filled' : 'default'}
              data-disabled={open > 0 || undefined}
              aria-disabled={open > 0}
              onClick={open > 0 ? () => go(1) : onCommit}
            >
              Commit the merge
            </Button>
          </Tooltip>
        )}
      </div>
    </section>
  )
}
