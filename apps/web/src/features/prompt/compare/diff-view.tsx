'use client'

import { ActionIcon, SegmentedControl, Tooltip } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import { LazyTextDiff, type TextDiffHandle } from '../../../editor/index.ts'
import { useShortcuts } from '../../shell/index.ts'
import classes from './diff-view.module.css'

interface DiffViewProps {
  before: string
  after: string
  labelBefore: string
  labelAfter: string
  /** Stands first in its bar. */
  lead?: ReactNode
}

/** Two texts with what differs marked, side by side or inline, and a way from one change to the next. */
export function DiffView({ lead, ...props }: DiffViewProps) {
  const [look, setLook] = useLocalStorage<'split' | 'inline'>({ key: 'incipit-diff', defaultValue: 'split' })
  const [changes, setChanges] = useState<number | null>(null)
  const diff = useRef<TextDiffHandle | null>(null)
  const ready = useCallback((handle: TextDiffHandle | null) => {
    diff.current = handle
  }, [])
  useShortcuts(
    useMemo(
      () => [
        { keys: 'n', label: 'Next change', group: 'Compare', run: () => diff.current?.go(1) },
        { keys: 'p', label: 'Previous change', group: 'Compare', run: () => diff.current?.go(-1) },
        {
          keys: 'i',
          label: 'Side by side or inline',
          group: 'Compare',
          run: () => setLook((now) => (now === 'split' ? 'inline' : 'split')),
        },
      ],
      [setLook],
    ),
  )
  return (
    <div className={classes.view}>
      <div className={classes.bar}>
        {lead}
        <span role="status" className={classes.count}>
          {changes === null ? '' : changesText(changes)}
        </span>
        <Tooltip label="Previous change (P)">
          <ActionIcon aria-label="Previous change" disabled={!changes} onClick={() => diff.current?.go(-1)}>
            <IconArrowUp size={16} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Next change (N)">
          <ActionIcon aria-label="Next change" disabled={!changes} onClick={() => diff.current?.go(1)}>
            <IconArrowDown size={16} />
          </ActionIcon>
        </Tooltip>
        <SegmentedControl
          size="xs"
          className={classes.look}
          value={look}
          onChange={(value) => setLook(value as 'split' | 'inline')}
          data={[
            { value: 'split', label: 'Side by side' },
            { value: 'inline', label: 'Inline' },
          ]}
        />
      </div>
      <div className={classes.diff}>
        <LazyTextDiff {...props} sideBySide={look === 'split'} onReady={ready} onChanges={setChanges} />
      </div>
    </div>
  )
}

function changesText(count: number): string {
  if (count === 0) return 'The texts are equal'
  return count === 1 ? '1 change' : `${count} changes`
}
