import { useCallback } from 'react'
import { useQuery } from 'urql'
import { useOnChange } from '../../../lib/use-on-change.ts'
import { useLibrary } from '../../shell/index.ts'
import { type Impact, ImpactQuery } from '../map-query.ts'

/**
 * What a change of a prompt reaches; `null` while it is asked for, and where that fails.
 *
 * @param version of the answer: another one asks again
 */
export function useImpact(key: string, version: unknown = null) {
  const { slug } = useLibrary()
  const [{ data, error }, execute] = useQuery({
    query: ImpactQuery,
    variables: { library: slug, key },
    requestPolicy: 'cache-and-network',
  })
  const refresh = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute])
  useOnChange(version, refresh)
  const impact: Impact | null = data?.library?.prompt?.impact ?? null
  return { impact, error: impact ? undefined : error, refresh }
}
