import type { VariablesOf } from '../../graphql/index.ts'
import { STATES, type StateValue } from '../../ui/states.ts'
import type { LibraryPromptsQuery } from './library-prompts-query.ts'

type Variables = VariablesOf<typeof LibraryPromptsQuery>
export type PromptFilter = NonNullable<Variables['filter']>
export type PromptOrder = NonNullable<Variables['orderBy']>
export type Status = StateValue<'status'>

/** Whose rows the list shows: those that fit the filters, or those a person put aside; in these nothing is filtered. */
export const VIEWS = ['all', 'favourites', 'recent'] as const
export type View = (typeof VIEWS)[number]

/** What the list shows, as it stands in the address. */
export interface Filters {
  view: View
  search: string
  categories: string[]
  statuses: Status[]
  tags: string[]
  owners: string[]
  models: string[]
  stale: boolean
  openChanges: boolean
  errors: boolean
  archived: boolean
  /** Null: the best hits first while searching, otherwise the last changed first. */
  sort: Sort | null
}

export const SORTS = ['-modified', 'name', '-name', 'modified', '-created', 'key'] as const
export type Sort = (typeof SORTS)[number]

/** The facets a person can choose from; `param` is their name in the address. */
export const FACETS = [
  { field: 'statuses', param: 'status', label: 'Status' },
  { field: 'categories', param: 'category', label: 'Category' },
  { field: 'tags', param: 'tag', label: 'Tag' },
  { field: 'owners', param: 'owner', label: 'Owner' },
  { field: 'models', param: 'model', label: 'Model' },
] as const
export type FacetField = (typeof FACETS)[number]['field']

/** What can be switched on, by its name in the address. */
const SWITCHES = [
  { field: 'stale', param: 'stale' },
  { field: 'openChanges', param: 'changes' },
  { field: 'errors', param: 'errors' },
  { field: 'archived', param: 'archived' },
] as const

/** Everything, as usual. */
export const NO_FILTERS: Filters = parseFilters(new URLSearchParams())

/** A text as an order of the list; `null` where it is none. */
export function toSort(text: string | null): Sort | null {
  return SORTS.find((known) => known === text) ?? null
}

/** Reads the filters of an address; what it does not know it leaves out. */
export function parseFilters(params: URLSearchParams): Filters {
  return {
    view: VIEWS.find((known) => known === params.get('view')) ?? 'all',
    search: (params.get('q') ?? '').slice(0, 200),
    categories: params.getAll('category'),
    statuses: params
      .getAll('status')
      .map((value) => value.toUpperCase())
      .filter(isStatus),
    tags: params.getAll('tag'),
    owners: params.getAll('owner'),
    models: params.getAll('model'),
    stale: params.get('stale') === '1',
    openChanges: params.get('changes') === '1',
    errors: params.get('errors') === '1',
    archived: params.get('archived') === '1',
    sort: toSort(params.get('sort')),
  }
}

/** Writes filters as a query string with its `?`; empty when there is nothing to say. */
export function formatFilters(filters: Filters): string {
  const params = new URLSearchParams()
  if (filters.view !== 'all') return `?view=${filters.view}`
  if (filters.search) params.set('q', filters.search)
  for (const { field, param } of FACETS)
    for (const value of filters[field])
      params.append(param, field === 'statuses' ? value.toLowerCase() : value)
  for (const { field, param } of SWITCHES) if (filters[field]) params.set(param, '1')
  if (filters.sort) params.set('sort', filters.sort)
  const text = params.toString()
  return text && `?${text}`
}

/** The same filters with one value of a facet put in or taken out. */
export function toggleFacet(filters: Filters, field: FacetField, value: string): Filters {
  const values: string[] = filters[field]
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value]
  return { ...filters, [field]: next }
}

/** Whether anything but the order narrows the list. */
export function isFiltered(filters: Filters): boolean {
  return (
    filters.search !== '' ||
    SWITCHES.some(({ field }) => filters[field]) ||
    FACETS.some(({ field }) => filters[field].length > 0)
  )
}

/** The filters as the API takes them. */
export function toPromptFilter(filters: Filters): PromptFilter {
  const some = <T>(values: T[]) => (values.length > 0 ? values : null)
  return {
    search: filters.search.trim() || null,
    category: some(filters.categories),
    status: some(filters.statuses),
    tags: some(filters.tags),
    owner: some(filters.owners),
    model: some(filters.models),
    stale: filters.stale || null,
    hasOpenChanges: filters.openChanges || null,
    hasErrors: filters.errors || null,
    archived: filters.archived || null,
  }
}

/** The order in which the list stands; null for the best hits first. */
export function sortOf({ sort, search }: Pick<Filters, 'sort' | 'search'>): Sort | null {
  return sort ?? (search.trim() ? null : '-modified')
}

/** The order as the API takes it; null leaves it to the API. */
export function toPromptOrder(filters: Pick<Filters, 'sort' | 'search'>): PromptOrder | null {
  const sort = sortOf(filters)
  if (!sort) return null
  const name = sort.replace('-', '') as keyof typeof ORDER_FIELDS
  return { field: ORDER_FIELDS[name], direction: sort.startsWith('-') ? 'DESC' : 'ASC' }
}

const ORDER_FIELDS = { modified: 'MODIFIED_AT', name: 'NAME', created: 'CREATED_AT', key: 'KEY' } as const

function isStatus(value: string): value is Status {
  return value in STATES.status
}
