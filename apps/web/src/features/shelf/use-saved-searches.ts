import { useCallback } from 'react'
import { useMutation, useQuery } from 'urql'
import { type Failure, failureOf, type ResultOf } from '../../graphql/index.ts'
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
  const [, create] = useMutation(SavedSearchCreate)
  const [, update] = useMutation(SavedSearchUpdate)
  const [, remove] = useMutation(SavedSearchDelete)
  const refresh = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute])
  useRefreshOnActivity(refresh, /^search\./)
  const settle = (failure: Failure | null): Failure | null => {
    if (!failure) refresh()
    return failure
  }
  return {
    searches: data?.library?.savedSearches.edges.map(({ node }) => node) ?? [],
    save: async (naming: SearchNaming, filters: SavedFilters) =>
      settle(failureOf(await create({ input: { libraryId, ...naming, query: toSavedQuery(filters) } }))),
    change: async (id: string, changed: Partial<SearchNaming>) =>
      settle(failureOf(await update({ input: { id, ...changed } }))),
    replace: async (id: string, filters: SavedFilters) =>
      settle(failureOf(await update({ input: { id, query: toSavedQuery(filters) } }))),
    forget: async (id: string) => settle(failureOf(await remove({ input: { id } }))),
  }
}
