import { useCallback } from 'react'
import { useQuery } from 'urql'
import { useArrivedCommits, useBranchMoves, usePrompt } from '../prompt-context.tsx'
import { type Conflict, ConflictsQuery, type Merging } from './conflict-query.ts'

export interface Conflicts {
  /** Whether they are known. */
  ready: boolean
  merging: Merging
  conflicts: readonly Conflict[]
  refresh: () => void
}

const NONE: readonly Conflict[] = []

/** The conflicts in the live text of the branch that is shown, kept current by whoever resolves them. */
export function useConflicts(): Conflicts {
  const { branch } = usePrompt()
  const [{ data }, execute] = useQuery({ query: ConflictsQuery, variables: { branchId: branch.id } })
  const refresh = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute])
  useBranchMoves((move) => {
    if (!move || move.branch.id === branch.id) refresh()
  })
  useArrivedCommits(refresh)
  const found = data?.node?.__typename === 'Branch' && data.node.id === branch.id ? data.node : null
  return {
    ready: found !== null,
    merging: found?.merging ?? null,
    conflicts: found?.conflicts ?? NONE,
    refresh,
  }
}
