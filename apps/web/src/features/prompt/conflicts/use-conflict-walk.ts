import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { EditorHandle } from '../../../editor/index.ts'
import { useShortcuts } from '../../shell/index.ts'
import type { Choice, Conflict } from './conflict-query.ts'
import { nextConflict } from './conflict-words.ts'

interface ConflictWalkSpec {
  conflicts: readonly Conflict[]
  editor: RefObject<EditorHandle | null>
  /** Absent where the person may not write. */
  choose?: (conflict: Conflict, choice: Choice | null) => Promise<boolean>
}

/** The conflict that is looked at, and the ways from one to the next; keys work while nobody types. */
export function useConflictWalk({ conflicts, editor, choose }: ConflictWalkSpec) {
  const [chosen, setChosen] = useState<string | null>(null)
  const current = conflicts.some(({ id }) => id === chosen) ? chosen : (conflicts[0]?.id ?? null)
  const latest = useRef({ conflicts, current, choose })
  latest.current = { conflicts, current, choose }
  const show = useCallback(
    (id: string | null) => {
      if (id === null) return
      setChosen(id)
      editor.current?.showConflict(id)
    },
    [editor],
  )
  const go = useCallback(
    (step: 1 | -1) => show(nextConflict(latest.current.conflicts, latest.current.current, step)),
    [show],
  )
  const decide = useCallback(
    async (conflict: Conflict, choice: Choice | null) => {
      setChosen(conflict.id)
      const decided = await latest.current.choose?.(conflict, choice)
      if (decided && choice !== null && latest.current.conflicts.some((one) => one.choice === null))
        show(nextConflict(latest.current.conflicts, conflict.id, 1))
    },
    [show],
  )
  useConflictKeys(latest, go, decide)
  const any = conflicts.length > 0
  useEffect(() => {
    if (!any) setChosen(null)
  }, [any])
  return { current, setCurrent: setChosen, go, decide }
}

const KEYS = [
  ['1', 'OURS', 'Take mine'],
  ['2', 'THEIRS', 'Take the other side'],
  ['3', 'BOTH', 'Take both'],
  ['4', 'WRITTEN', 'Keep as written'],
] as const

function useConflictKeys(
  latest: RefObject<{
    conflicts: readonly Conflict[]
    current: string | null
    choose?: ConflictWalkSpec['choose']
  }>,
  go: (step: 1 | -1) => void,
  decide: (conflict: Conflict, choice: Choice) => Promise<void>,
): void {
  const any = latest.current.conflicts.length > 0
  useShortcuts(
    useMemo(() => {
      if (!any) return []
      const take = (choice: Choice) => () => {
        const { conflicts, current, choose } = latest.current
        const conflict = conflicts.find(({ id }) => id === current)
        if (conflict && choose) void decide(conflict, choice)
      }
      return [
        { keys: 'n', label: 'Next conflict', group: 'Conflicts', run: () => go(1) },
        { keys: 'p', label: 'Previous conflict', group: 'Conflicts', run: () => go(-1) },
        ...KEYS.map(([keys, choice, label]) => ({ keys, label, group: 'Conflicts', run: take(choice) })),
      ]
    }, [any, latest, go, decide]),
  )
}
