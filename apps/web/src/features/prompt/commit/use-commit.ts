import { useCallback, useState } from 'react'
import { useMutation } from 'urql'
import { failureOf } from '../../../graphql/index.ts'
import { type ChangeType, CommitMutation, type Committed, type RivalCommit } from './commit-query.ts'

interface CommitWish {
  branchId: string
  message: string
  changeType: ChangeType
  expectedHead: string | null
}

interface Refusal {
  message: string | null
  field: string | null
  summary: string | null
}

const NONE: Refusal = { message: null, field: null, summary: null }

/** Commits, and keeps why it did not work. */
export function useCommit(done: (commit: Committed) => void) {
  const [{ fetching }, execute] = useMutation(CommitMutation)
  const [refusal, setRefusal] = useState<Refusal>(NONE)
  const [rival, setRival] = useState<RivalCommit | null>(null)
  const clear = useCallback(() => {
    setRefusal(NONE)
    setRival(null)
  }, [])
  const commit = useCallback(
    async (wish: CommitWish) => {
      clear()
      const result = await execute({ input: wish })
      const outcome = result.data?.commitCreate
      if (outcome?.__typename === 'CommitCreatePayload') {
        done(outcome.commit)
        return
      }
      if (outcome?.__typename === 'ConflictError' && outcome.head) {
        setRival(outcome.head)
        return
      }
      const failure = failureOf(result)
      const field = failure?.fields.message ?? null
      setRefusal({
        message: failure?.message ?? null,
        field,
        summary: field ? null : (failure?.summary ?? failure?.message ?? null),
      })
    },
    [clear, done, execute],
  )
  return { commit, fetching, refusal, rival, clear }
}
