import type { StateValue } from '../../ui/index.ts'
import { STATES } from '../../ui/states.ts'

/** Which tags the table shows, as it stands in the address. */
export interface TagFilter {
  search: string
  category: StateValue<'tagCategory'> | null
  unused: boolean
  order: 'name' | 'usage'
}

/** Reads the filter of an address; what it does not know it leaves out. */
export function parseTagFilter(params: URLSearchParams): TagFilter {
  const kind = (params.get('kind') ?? '').toUpperCase()
  return {
    search: (params.get('q') ?? '').slice(0, 50),
    category: isTagCategory(kind) ? kind : null,
    unused: params.get('unused') === '1',
    order: params.get('sort') === 'usage' ? 'usage' : 'name',
  }
}

/** The address of the tags with this filter, with its `?`. */
export function formatTagFilter({ search, category, unused, order }: TagFilter): string {
  const params = new URLSearchParams({ show: 'tags' })
  if (search) params.set('q', search)
  if (category) params.set('kind', category.toLowerCase())
  if (unused) params.set('unused', '1')
  if (order === 'usage') params.set('sort', order)
  return `?${params}`
}

/** The kinds of tags there are. */
export const TAG_CATEGORIES = Object.keys(STATES.tagCategory).filter(isTagCategory)

/** Whether a text names a kind of tags. */
export function isTagCategory(text: string): text is StateValue<'tagCategory'> {
  return Object.hasOwn(STATES.tagCategory, text)
}
