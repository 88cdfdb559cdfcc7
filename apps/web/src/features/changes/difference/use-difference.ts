import { useCallback, useEffect, useState } from 'react'
import { useClient } from 'urql'
import { transportFailure } from '../../../graphql/index.ts'
import { useChange } from '../view/change-context.tsx'
import { type Difference, DifferenceQuery } from './difference-query.ts'

type Answer =
  | { state: 'loading' }
  | { state: 'failed'; message: string }
  | { state: 'empty' }
  | { state: 'ready'; difference: Difference }

/**
 * The difference as it was when the page was opened. It stays as it is while somebody reads and judges it; `stale` says
 * that there is a newer one, which `load` brings.
 */
export function useDifference() {
  const { change } = useChange()
  const client = useClient()
  const [answer, setAnswer] = useState<Answer>({ state: 'loading' })
  const load = useCallback(async () => {
    const { data, error } = await client.query(
      DifferenceQuery,
      { id: change.id },
      { requestPolicy: 'network-only' },
    )
    const difference = data?.node?.__typename === 'ChangeRequest' ? data.node.comparison : null
    if (error && !difference) setAnswer({ state: 'failed', message: transportFailure(error).message })
    else setAnswer(difference ? { state: 'ready', difference } : { state: 'empty' })
  }, [client, change.id])
  useEffect(() => void load(), [load])
  const shown = answer.state === 'ready' ? answer.difference : null
  const stale =
    change.status === 'OPEN' &&
    ((shown !== null && shown.head.hash !== change.headCommit?.hash) ||
      (answer.state === 'empty' && change.commits.length > 0))
  return { answer, stale, load }
}
