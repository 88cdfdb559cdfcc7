'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useShortcuts } from '../../shell/index.ts'
import type { Thread } from '../conversation/threads.ts'
import { useMayChange } from '../view/change-context.tsx'
import { diffBlocks } from './diff-blocks.ts'
import { type DiffRow, diffRows, lineKey, nextChange, type Side } from './diff-rows.ts'
import type { Difference } from './difference-query.ts'
import { DiffRowItem, type Place, type RowActions } from './line-row.tsx'
import { placeThreads, threadsAt } from './placed-threads.ts'
import { RowList, type RowListHandle } from './row-list.tsx'
import classes from './text-view.module.css'

interface TextViewProps {
  difference: Difference
  threads: readonly Thread[]
  split: boolean
  /** Tells how many places differ. */
  onChanges: (count: number) => void
}

/** The lines that differ, words marked, with what is said about them between the lines. */
export function TextView({ difference, threads, split, onChanges }: TextViewProps) {
  const { base, head } = difference
  const blocks = useMemo(() => diffBlocks(base.content, head.content), [base.content, head.content])
  const placed = useMemo(() => placeThreads(threads), [threads])
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  const rows = useMemo(
    () => diffRows({ blocks, split, opened, kept: new Set(placed.byLine.keys()) }),
    [blocks, split, opened, placed],
  )
  const mayComment = useMayChange('comment')
  const [composing, setComposing] = useState<Place | null>(null)
  const [active, setActive] = useState(0)
  const list = useRef<RowListHandle>(null)
  const actions = useMemo<RowActions>(
    () => ({
      open: (fold) => setOpened((now) => new Set([...now, fold])),
      focus: setActive,
      comment: mayComment ? setComposing : undefined,
    }),
    [mayComment],
  )
  useEffect(() => onChanges(blocks.filter(({ kind }) => kind === 'change').length), [blocks, onChanges])
  useDiffKeys({ rows, active, comment: actions.comment, show: (at) => list.current?.show(at) })
  const commits = useMemo<Record<Side, string>>(
    () => ({ BASE: base.hash, HEAD: head.hash }),
    [base.hash, head.hash],
  )
  const draw = useCallback(
    (row: DiffRow, at: number) => (
      <DiffRowItem
        row={row}
        at={at}
        split={split}
        active={at === active}
        threads={threadsAt(row, placed)}
        composing={composing && isAt(row, composing) ? composing : null}
        actions={actions}
        commits={commits}
      />
    ),
    [split, active, placed, composing, actions, commits],
  )
  if (rows.length === 0 || blocks.every(({ kind }) => kind === 'same'))
    return <p className={classes.equal}>The texts are equal: what was changed was changed back.</p>
  return (
    <RowList
      ref={list}
      rows={rows}
      draw={draw}
      label={`Difference from ${base.shortHash} to ${head.shortHash}`}
      split={split}
    />
  )
}

function isAt(row: DiffRow, { side, line }: Place): boolean {
  return (
    row.kind === 'line' &&
    [row.left, row.right].some((cell) => cell && lineKey(cell.side, cell.line) === lineKey(side, line))
  )
}

interface DiffKeysSpec {
  rows: readonly DiffRow[]
  active: number
  comment: RowActions['comment']
  show: (at: number) => void
}

function useDiffKeys(spec: DiffKeysSpec): void {
  const latest = useRef(spec)
  latest.current = spec
  useShortcuts(
    useMemo(() => {
      const change = (step: 1 | -1) => () => {
        const { rows, active, show } = latest.current
        const inFirst = active === 0 && step === 1 ? -1 : active
        const at = nextChange(rows, inFirst, step)
        if (at !== -1) show(at)
      }
      const line = (step: number) => () => {
        const { rows, active, show } = latest.current
        show(Math.max(0, Math.min(rows.length - 1, active + step)))
      }
      const comment = () => {
        const { rows, active, comment: begin } = latest.current
        const row = rows[active]
        const cell = row?.kind === 'line' ? (row.right ?? row.left) : null
        if (cell) begin?.({ side: cell.side, line: cell.line })
      }
      return [
        { keys: 'n', label: 'Next change', group: 'Difference', run: change(1) },
        { keys: 'p', label: 'Previous change', group: 'Difference', run: change(-1) },
        { keys: 'j', label: 'Next line', group: 'Difference', run: line(1) },
        { keys: 'k', label: 'Previous line', group: 'Difference', run: line(-1) },
        { keys: 'c', label: 'Comment on the line', group: 'Difference', run: comment },
      ]
    }, []),
  )
}
