import { useMemo, useRef, useState } from 'react'
import { type Shortcut, useShortcuts } from '../../shell/index.ts'
import type { PromptRow } from '../library-prompts-query.ts'

interface ListKeysOptions {
  rows: readonly PromptRow[]
  /** Brings a row into view and puts the focus on it. */
  focusRow: (at: number) => void
  open: (row: PromptRow) => void
  /** Absent where nothing can be done with a selection. */
  select?: (row: PromptRow) => void
  /** Makes a row a favourite, or no longer. */
  star: (row: PromptRow) => void
  clearSelection: () => void
}

/** Moves through the list by keyboard; the current row carries the focus. */
export function useListKeys(options: ListKeysOptions) {
  const [active, setActive] = useState(-1)
  const latest = useRef({ ...options, active })
  latest.current = { ...options, active }
  const shortcuts = useMemo(() => {
    const current = () => latest.current.rows[latest.current.active]
    const move = (step: number) => {
      const { rows, active: at, focusRow } = latest.current
      if (rows.length === 0) return
      const next = Math.max(0, Math.min(rows.length - 1, at + step))
      setActive(next)
      focusRow(next)
    }
    const row = (act: (row: PromptRow) => void) => () => {
      const found = current()
      if (found) act(found)
    }
    const list: Shortcut[] = [
      { keys: 'j', label: 'Next prompt', group: 'List', run: () => move(1) },
      { keys: 'down', label: 'Next prompt', group: 'List', run: () => move(1), hidden: true },
      { keys: 'k', label: 'Previous prompt', group: 'List', run: () => move(-1) },
      { keys: 'up', label: 'Previous prompt', group: 'List', run: () => move(-1), hidden: true },
      {
        keys: 'o',
        label: 'Open',
        group: 'List',
        run: row((found) => latest.current.open(found)),
        hidden: true,
      },
      { keys: 'x', label: 'Select', group: 'List', run: row((found) => latest.current.select?.(found)) },
      { keys: 'f', label: 'Favourite', group: 'List', run: row((found) => latest.current.star(found)) },
      {
        keys: 'escape',
        label: 'Clear the selection',
        group: 'List',
        run: () => latest.current.clearSelection(),
      },
    ]
    return list
  }, [])
  useShortcuts(shortcuts)
  return { active, setActive }
}
