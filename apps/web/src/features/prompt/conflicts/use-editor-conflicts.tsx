import { useCallback, useMemo } from 'react'
import type { EditorConflicts } from '../../../editor/index.ts'
import type { Choice, Conflict } from './conflict-query.ts'
import { ConflictWidget } from './conflict-widget.tsx'

interface EditorConflictsSpec {
  conflicts: readonly Conflict[]
  current: string | null
  setCurrent: (id: string) => void
  busy: string | null
  withTheirs: boolean
  /** Absent where the person may not write. */
  decide?: (conflict: Conflict, choice: Choice | null) => Promise<void>
}

/** The conflicts as the editor shows them. */
export function useEditorConflicts(spec: EditorConflictsSpec): EditorConflicts | undefined {
  const { conflicts, current, setCurrent, busy, withTheirs, decide } = spec
  const marks = useMemo(
    () => conflicts.map(({ id, start, end, choice }) => ({ id, start, end, resolved: choice !== null })),
    [conflicts],
  )
  const render = useCallback(
    (id: string) => {
      const at = conflicts.findIndex((one) => one.id === id)
      const conflict = conflicts[at]
      return conflict ? (
        <ConflictWidget
          conflict={conflict}
          at={at + 1}
          of={conflicts.length}
          withTheirs={withTheirs}
          busy={busy === id}
          onChoose={decide && ((choice) => void decide(conflict, choice))}
          onFocus={() => setCurrent(id)}
        />
      ) : null
    },
    [conflicts, withTheirs, busy, decide, setCurrent],
  )
  return useMemo(() => ({ marks, current, render }), [marks, current, render])
}
