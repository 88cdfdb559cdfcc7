'use client'

import { type ReactNode, type RefObject, useCallback } from 'react'
import type { EditorConflicts, EditorHandle } from '../../../editor/index.ts'
import { usePrompt } from '../prompt-context.tsx'
import { ConflictBar } from './conflict-bar.tsx'
import { useConflictWalk } from './use-conflict-walk.ts'
import { useConflicts } from './use-conflicts.ts'
import { useEditorConflicts } from './use-editor-conflicts.tsx'
import { useResolving } from './use-resolving.ts'

interface WriteConflicts {
  /** For the editor; absent where nothing is in conflict. */
  inEditor: EditorConflicts | undefined
  /** Stands above the editor; `null` where nothing is in conflict. */
  bar: ReactNode
}

/** Conflicts in the live text of the branch, resolved in place. */
export function useWriteConflicts(
  editor: RefObject<EditorHandle | null>,
  openCommit: () => void,
): WriteConflicts {
  const { branch, mayWrite } = usePrompt()
  const { merging, conflicts, refresh } = useConflicts()
  const { choose, giveUp, busy } = useResolving()
  const walk = useConflictWalk({ conflicts, editor, choose: mayWrite ? choose : undefined })
  const inEditor = useEditorConflicts({
    conflicts,
    busy,
    current: walk.current,
    setCurrent: walk.setCurrent,
    withTheirs: true,
    decide: mayWrite ? walk.decide : undefined,
  })
  const name = merging?.name ?? ''
  const abandon = useCallback(() => {
    void giveUp(name).then((given) => given && refresh())
  }, [giveUp, name, refresh])
  if (!merging && conflicts.length === 0) return { inEditor: undefined, bar: null }
  return {
    inEditor,
    bar: (
      <ConflictBar
        branch={branch.name}
        merging={merging}
        conflicts={conflicts}
        go={walk.go}
        onCommit={mayWrite ? openCommit : undefined}
        onGiveUp={mayWrite ? abandon : undefined}
      />
    ),
  }
}
