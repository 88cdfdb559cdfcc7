import { describe, expect, it } from 'vitest'
import { formatHistoryFilter, parseHistoryFilter } from './history-filter.ts'

const filters = [
  { all: false, firstParents: false },
  { all: true, firstParents: false },
  { all: false, firstParents: true },
]

describe('the filter of the history', () => {
  it('is what the address says', () => {
    for (const filter of filters) {
      const address = formatHistoryFilter(new URLSearchParams('branch=feature/x'), filter)
      expect(parseHistoryFilter(new URLSearchParams(address))).toEqual(filter)
      expect(address.startsWith('?branch=feature/x')).toBe(true)
    }
  })

  it('is not in the address when it asks for nothing', () => {
    expect(formatHistoryFilter(new URLSearchParams('all=1'), { all: false, firstParents: false })).toBe('')
  })

  it('of all branches has no first parents', () => {
    expect(parseHistoryFilter(new URLSearchParams('all=1&order=first-parent')).firstParents).toBe(false)
  })
})
