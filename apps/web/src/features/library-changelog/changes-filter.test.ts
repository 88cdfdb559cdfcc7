import { expect, it } from 'vitest'
import { formatChangesFilter, parseChangesFilter } from './changes-filter.ts'

it.each(['', '?days=7', '?category=agents&type=breaking', '?days=365&category=agents&type=fix'])(
  'the filter %j comes back the same from the address',
  (query) => {
    expect(formatChangesFilter(parseChangesFilter(new URLSearchParams(query)))).toBe(query)
  },
)

it('leaves out what it does not know', () => {
  const filter = parseChangesFilter(new URLSearchParams('days=12&type=toString'))
  expect(filter).toEqual({ days: 30, category: '', changeType: null })
})
