import { useCallback, useEffect, useRef } from 'react'
import { useQuery, useSubscription } from 'urql'
import { reconnected, transportFailure } from '../../../graphql/index.ts'
import { useLibrary } from '../../shell/index.ts'
import { type Change, ChangeQuery, ChangeUpdatedSubscription } from './change-query.ts'

type Answer =
  | { state: 'loading' }
  | { state: 'missing' }
  | { state: 'failed'; message: string }
  | { state: 'ready'; change: Change }

/** Several events of one deed (a commit moves a branch, voids approvals, changes mergeability) make one reading. */
const GATHER_MS = 120

/** A change request by its number, kept current by whatever moves it. */
export function useChangeAnswer(number: number, promptId: string): { answer: Answer; refresh: () => void } {
  const { slug } = useLibrary()
  const [{ data, error, fetching, stale }, execute] = useQuery({
    query: ChangeQuery,
    variables: { slug, number },
    pause: !Number.isSafeInteger(number),
  })
  const refresh = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const soon = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(refresh, GATHER_MS)
  }, [refresh])
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => reconnected.listen(refresh), [refresh])
  const found = data?.library?.changeRequest ?? null
  useSubscription(
    { query: ChangeUpdatedSubscription, variables: { id: found?.id ?? '' }, pause: !found },
    (_previous: unknown, event) => {
      queueMicrotask(soon)
      return event
    },
  )
  return { answer: toAnswer(), refresh }

  function toAnswer(): Answer {
    if (found?.prompt.id === promptId) return { state: 'ready', change: found }
    if (error && !fetching) return { state: 'failed', message: transportFailure(error).message }
    const settled = !Number.isSafeInteger(number) || (data && !fetching && !stale)
    return settled ? { state: 'missing' } : { state: 'loading' }
  }
}
