import { useCallback } from 'react'
import { useQuery } from 'urql'
import { transportFailure } from '../../../graphql/index.ts'
import { useLibrary, useRefreshOnActivity } from '../../shell/index.ts'
import { DependenciesQuery, type Include } from '../map-query.ts'

const CONCERNS = /^(prompt|commit|import)\./

type Answer =
  | { state: 'loading' }
  | { state: 'failed'; message: string }
  | { state: 'ready'; includes: readonly Include[]; truncated: boolean }

interface Around {
  promptId: string
  /** Steps away from it. */
  depth: number
}

/** The includes of the library, or those around one prompt; read again when something in it changes. */
export function useIncludes(around: Around | null = null): { answer: Answer; refresh: () => void } {
  const { slug } = useLibrary()
  const [{ data, error, fetching }, execute] = useQuery({
    query: DependenciesQuery,
    variables: { library: slug, around: around?.promptId ?? null, depth: around?.depth ?? null },
    requestPolicy: 'cache-and-network',
  })
  const refresh = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute])
  useRefreshOnActivity(refresh, CONCERNS)
  const found = data?.library?.dependencies
  if (found) return { answer: { state: 'ready', includes: found.edges, truncated: found.truncated }, refresh }
  if (error && !fetching)
    return { answer: { state: 'failed', message: transportFailure(error).message }, refresh }
  return { answer: { state: 'loading' }, refresh }
}
