import { useCallback } from 'react'
import { useQuery } from 'urql'
import { type ResultOf, useSend } from '../../graphql/index.ts'
import { useLibrary, useRefreshOnActivity } from '../shell/index.ts'
import { type SavedFilters, toSavedQuery } from './saved-query.ts'
import {
  SavedSearchCreate,
  SavedSearchDelete,
  SavedSearchesQuery,
  SavedSearchUpdate,
} from './saved-search-operations.ts'

export type SavedSearch = NonNullable<
  ResultOf<typeof SavedSearchesQuery>['library']
>['savedSearches']['edges'][number]['node']

/** What a person calls a search, and whether others see it. */
export interface SearchNaming {
  name: string
  shared: boolean
}

/** Own and shared searches, live where others share theirs, and what can be done to them. */
export function useSavedSearches() {
  const { id: libraryId, slug } = useLibrary()
  const [{ data }, execute] = useQuery({ query: SavedSearchesQuery, variables: { slug } })
  const refresh = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute])
  useRefreshOnActivity(refresh, /^search\./)
  const { send } = useSend(refresh)
  return {
    searches: data?.library?.savedSearches.edges.map(({ node }) => node) ?? [],
    save: (naming: SearchNaming, filters: SavedFilters) =>
      send(SavedSearchCreate, { libraryId, ...naming, query: toSavedQuery(filters) }),
    change: (id: string, changed: Partial<SearchNaming>) => send(SavedSearchUpdate, { id, ...changed }),
    replace: (id: string, filters: SavedFilters) =>
      send(SavedSearchUpdate, { id, query: toSavedQuery(filters) }),
    forget: (id: string) => send(SavedSearchDelete, { id }),
  }
}
