import { useSessionStorage } from '@mantine/hooks'
import { useCallback } from 'react'
import type { ChangeType } from './commit-query.ts'

interface Draft {
  message: string
  /** The writer's own choice; `null` follows the proposal. */
  changeType: ChangeType | null
}

const EMPTY: Draft = { message: '', changeType: null }

const keyOf = (branchId: string): string => `incipit-commit-${branchId}`

/** What was typed for the next commit of one branch is there for that of another, too. */
export function carryCommitDraft(from: string, to: string): void {
  const draft = window.sessionStorage.getItem(keyOf(from))
  if (draft !== null) window.sessionStorage.setItem(keyOf(to), draft)
}

/** What was typed for the next commit. It outlives the panel, the page and a reload, and ends with the commit. */
export function useCommitDraft(branchId: string) {
  const [draft, setDraft, clear] = useSessionStorage<Draft>({
    key: keyOf(branchId),
    defaultValue: EMPTY,
  })
  const setMessage = useCallback((message: string) => setDraft((now) => ({ ...now, message })), [setDraft])
  const setChangeType = useCallback(
    (changeType: ChangeType) => setDraft((now) => ({ ...now, changeType })),
    [setDraft],
  )
  return { ...draft, setMessage, setChangeType, clear }
}
