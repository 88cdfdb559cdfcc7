import { useCallback, useMemo, useState } from 'react'
import type { PromptRow } from '../library-prompts-query.ts'

/** The rows a person picked; rows that left the list are no longer picked. */
export function useSelection(rows: readonly PromptRow[]) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const selected = useMemo(() => rows.filter((row) => picked.has(row.id)), [rows, picked])
  const toggle = useCallback((id: string) => {
    setPicked((now) => {
      const next = new Set(now)
      if (!next.delete(id)) next.add(id)
      return next
    })
  }, [])
  const clear = useCallback(() => setPicked(new Set()), [])
  const selectAll = useCallback(() => setPicked(new Set(rows.map((row) => row.id))), [rows])
  return { picked, selected, toggle, clear, selectAll }
}
