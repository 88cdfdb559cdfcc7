import type { ResultOf, VariablesOf } from '../../graphql/index.ts'
import type { StateValue } from '../../ui/index.ts'
import type { SavedSearchCreate, SavedSearchesQuery } from './saved-search-operations.ts'

type Library = NonNullable<ResultOf<typeof SavedSearchesQuery>['library']>

/** What a saved search looks for, as the API tells it. */
export type SavedQuery = Library['savedSearches']['edges'][number]['node']['query']

type SavedQueryInput = VariablesOf<typeof SavedSearchCreate>['input']['query']

const SORT_FIELDS = { modified: 'MODIFIED_AT', name: 'NAME', created: 'CREATED_AT', key: 'KEY' } as const

/** The filters of the list that a search keeps. */
export interface SavedFilters {
  search: string
  categories: string[]
  statuses: StateValue<'status'>[]
  tags: string[]
  owners: string[]
  models: string[]
  stale: boolean
  openChanges: boolean
  errors: boolean
  archived: boolean
  /** A column, with a minus the other way round; `null`: as usual. */
  sort: string | null
}

/** The filters as a saved search keeps them. */
export function toSavedQuery(filters: SavedFilters): SavedQueryInput {
  const { sort } = filters
  const column = sort?.replace('-', '') as keyof typeof SORT_FIELDS | undefined
  return {
    search: filters.search.trim() || null,
    category: filters.categories,
    status: filters.statuses,
    tags: filters.tags,
    owner: filters.owners,
    model: filters.models,
    stale: filters.stale || null,
    hasOpenChanges: filters.openChanges || null,
    hasErrors: filters.errors || null,
    archived: filters.archived || null,
    orderBy: column
      ? { field: SORT_FIELDS[column], direction: sort?.startsWith('-') ? 'DESC' : 'ASC' }
      : null,
  }
}

/** The filters that a saved search stands for. */
export function filtersFromSaved(query: SavedQuery): SavedFilters {
  const column = Object.entries(SORT_FIELDS).find(([, field]) => field === query.orderBy?.field)?.[0]
  return {
    search: query.search ?? '',
    categories: [...query.category],
    statuses: [...query.status],
    tags: [...query.tags],
    owners: [...query.owner],
    models: [...query.model],
    stale: query.stale ?? false,
    openChanges: query.hasOpenChanges ?? false,
    errors: query.hasErrors ?? false,
    archived: query.archived ?? false,
    sort: column ? `${query.orderBy?.direction === 'DESC' ? '-' : ''}${column}` : null,
  }
}
