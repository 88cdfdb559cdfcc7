import { useCallback, useMemo } from 'react'
import { useQuery } from 'urql'
import { useConnection } from '../../../graphql/index.ts'
import { useLibrary } from '../../shell/index.ts'
import type { Filters } from '../filters.ts'
import { FavouritePromptsQuery, RecentPromptsQuery, withoutMatches } from '../library-prompts-query.ts'
import { type PromptRows, usePromptRows } from './use-prompt-rows.ts'

/** The rows of the list: what fits the filters, the favourites, or what was opened last. */
export function useListRows(filters: Filters): PromptRows {
  const found = usePromptRows(filters, filters.view === 'all')
  const favourites = useFavouriteRows(filters.view === 'favourites')
  const recent = useRecentRows(filters.view === 'recent')
  return { all: found, favourites, recent }[filters.view]
}

function useFavouriteRows(wanted: boolean): PromptRows {
  const { slug } = useLibrary()
  const variables = useMemo(() => (wanted ? { slug } : null), [slug, wanted])
  return useConnection({
    query: FavouritePromptsQuery,
    variables,
    connection: (data) => data.library && withoutMatches(data.library.favourites),
  })
}

function useRecentRows(wanted: boolean): PromptRows {
  const { slug } = useLibrary()
  const [{ data, error }, execute] = useQuery({
    query: RecentPromptsQuery,
    variables: { slug },
    pause: !wanted,
    requestPolicy: 'cache-and-network',
  })
  const refresh = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute])
  const rows = useMemo(
    () => data?.library?.recentlyOpened.map((row) => ({ ...row, matches: [] })) ?? [],
    [data],
  )
  return {
    rows,
    page: null,
    total: rows.length,
    hasMore: false,
    status: data ? (data.library ? 'ready' : 'missing') : error ? 'error' : 'loading',
    stale: false,
    error: error ?? null,
    loadMore: nothing,
    refresh,
  }
}

const nothing = (): void => {}
