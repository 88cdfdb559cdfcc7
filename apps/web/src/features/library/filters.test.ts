import { describe, expect, test } from 'vitest'
import {
  formatFilters,
  isFiltered,
  parseFilters,
  toggleFacet,
  toPromptFilter,
  toPromptOrder,
} from './filters.ts'

const parse = (query: string) => parseFilters(new URLSearchParams(query))

describe('filters in the address', () => {
  test.each([
    '',
    '?q=ticket+triage',
    '?status=draft&status=review&category=agents&tag=support&tag=legal',
    '?archived=1&sort=name',
    '?view=favourites',
    '?owner=team+a&model=gpt-4o&stale=1&changes=1&errors=1',
  ])('%j comes back the same', (query) => {
    expect(formatFilters(parse(query))).toBe(query)
  })

  test('what is unknown is left out', () => {
    expect(formatFilters(parse('?status=gone&sort=colour&page=3'))).toBe('')
  })

  test('toggling puts in and takes out', () => {
    const once = toggleFacet(parse(''), 'tags', 'legal')
    expect(once.tags).toEqual(['legal'])
    expect(toggleFacet(once, 'tags', 'legal').tags).toEqual([])
  })

  test('an order alone is no filter', () => {
    expect(isFiltered(parse('?sort=name'))).toBe(false)
    expect(isFiltered(parse('?q=x'))).toBe(true)
  })
})

test('the API gets null for what is not asked', () => {
  expect(toPromptFilter(parse('?status=draft'))).toEqual({
    search: null,
    category: null,
    status: ['DRAFT'],
    tags: null,
    owner: null,
    model: null,
    stale: null,
    hasOpenChanges: null,
    hasErrors: null,
    archived: null,
  })
})

test('a minus turns the order round', () => {
  const order = (query: string) => toPromptOrder(parse(query))
  expect(order('?sort=-modified')).toEqual({ field: 'MODIFIED_AT', direction: 'DESC' })
  expect(order('?sort=name')).toEqual({ field: 'NAME', direction: 'ASC' })
})

test('the best hits come first while searching, unless another order was chosen', () => {
  const order = (query: string) => toPromptOrder(parse(query))
  expect(order('')).toEqual({ field: 'MODIFIED_AT', direction: 'DESC' })
  expect(order('?q=ticket')).toBeNull()
  expect(order('?q=ticket&sort=key')).toEqual({ field: 'KEY', direction: 'ASC' })
})
