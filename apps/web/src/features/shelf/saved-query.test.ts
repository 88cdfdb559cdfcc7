import { expect, it } from 'vitest'
import { filtersFromSaved, type SavedFilters, type SavedQuery, toSavedQuery } from './saved-query.ts'

const NOTHING: SavedFilters = {
  search: '',
  categories: [],
  statuses: [],
  tags: [],
  owners: [],
  models: [],
  stale: false,
  openChanges: false,
  errors: false,
  archived: false,
  sort: null,
}

it.each<Partial<SavedFilters>>([
  {},
  { search: 'ticket triage', statuses: ['DRAFT', 'REVIEW'], categories: ['agents'], tags: ['support'] },
  { owners: ['team a', ''], models: ['gpt-4o'], stale: true, sort: '-created' },
  { openChanges: true, errors: true, archived: true, sort: 'key' },
])('filters %j are the same after they were saved', (some) => {
  const filters = { ...NOTHING, ...some }
  expect(filtersFromSaved(toSavedQuery(filters) as SavedQuery)).toEqual(filters)
})

it('an order that this list does not know is as usual', () => {
  const query = { ...toSavedQuery(NOTHING), orderBy: { field: 'RELEVANCE', direction: 'DESC' } }
  expect(filtersFromSaved(query as SavedQuery).sort).toBeNull()
})
