import { describe, expect, it } from 'vitest'
import { type ChangelogFilter, formatChangelogFilter, parseChangelogFilter } from './changelog-filter.ts'

const filters: ChangelogFilter[] = [
  { by: 'version', days: null },
  { by: 'date', days: null },
  { by: 'version', days: 30 },
  { by: 'date', days: 365 },
]

describe('the filter of the changelog', () => {
  it('is what the address says', () => {
    for (const filter of filters) {
      const address = formatChangelogFilter(new URLSearchParams('branch=feature/x&by=date&days=7'), filter)
      expect(parseChangelogFilter(new URLSearchParams(address))).toEqual(filter)
      expect(address.startsWith('?branch=feature/x')).toBe(true)
    }
  })

  it('is not in the address when it asks for nothing', () => {
    expect(formatChangelogFilter(new URLSearchParams('by=date&days=7'), { by: 'version', days: null })).toBe(
      '',
    )
  })

  it('is everything by version where the address asks for something unknown', () => {
    expect(parseChangelogFilter(new URLSearchParams('by=author&days=0'))).toEqual({
      by: 'version',
      days: null,
    })
  })
})
