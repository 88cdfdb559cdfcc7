'use client'

import { useMemo, useState } from 'react'
import { diffBlocks } from './diff-blocks.ts'
import { type DiffRow, diffRows } from './diff-rows.ts'
import { DiffRowItem, type RowActions } from './line-row.tsx'
import { RowList } from './row-list.tsx'

const NOWHERE = { BASE: '', HEAD: '' }
const NONE: never[] = []

/** The lines that differ, to look at only. */
export function DiffPreview({ before, after }: { before: string; after: string }) {
  const blocks = useMemo(() => diffBlocks(before, after), [before, after])
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  const rows = useMemo(() => diffRows({ blocks, split: false, opened, kept: new Set() }), [blocks, opened])
  const [active, setActive] = useState(0)
  const actions = useMemo<RowActions>(
    () => ({ open: (fold) => setOpened((now) => new Set([...now, fold])), focus: setActive }),
    [],
  )
  const draw = (row: DiffRow, at: number) => (
    <DiffRowItem
      row={row}
      at={at}
      split={false}
      active={at === active}
      threads={NONE}
      composing={null}
      actions={actions}
      commits={NOWHERE}
    />
  )
  return <RowList ref={null} rows={rows} draw={draw} label="Difference" split={false} />
}
