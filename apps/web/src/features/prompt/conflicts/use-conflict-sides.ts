import { useEffect, useMemo, useState } from 'react'
import { conflictPart, conflictSides, type DocumentSession } from '../../../editor/index.ts'
import type { Conflict } from './conflict-query.ts'

/** Short enough to seem at once, long enough that typing does not draw three texts at every stroke. */
const DELAY_MS = 200

/** The live text once for each side of its conflicts, renewed after each pause in typing. */
export function useConflictSides(session: DocumentSession | null, conflicts: readonly Conflict[]) {
  const [written, setWritten] = useState(0)
  useEffect(() => {
    if (!session) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => setWritten((count) => count + 1), DELAY_MS)
    }
    session.text.observe(soon)
    return () => {
      clearTimeout(timer)
      session.text.unobserve(soon)
    }
  }, [session])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `written` counts the changes of the text
  return useMemo(() => {
    if (!session) return null
    const placed = conflicts.flatMap((conflict) => {
      const part = conflictPart(session.text, conflict)
      return part ? [{ ...conflict, part }] : []
    })
    return conflictSides(session.text.toString(), placed)
  }, [session, conflicts, written])
}
