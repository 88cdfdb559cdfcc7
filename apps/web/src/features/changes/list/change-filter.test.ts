import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  EVERY_OPEN,
  formatChangeFilter,
  isNarrowed,
  parseChangeFilter,
  SHOWS,
  toApiFilter,
} from './change-filter.ts'

const parse = (query: string) => parseChangeFilter(new URLSearchParams(query))

describe('the filter of change requests', () => {
  it('shows all that are open where the address says nothing', () => {
    expect(parse('')).toEqual(EVERY_OPEN)
    expect(formatChangeFilter(EVERY_OPEN)).toBe('')
    expect(toApiFilter(EVERY_OPEN)).toEqual({
      statuses: ['OPEN'],
      mine: null,
      awaitingMyReview: null,
      text: null,
    })
  })

  it('leaves out what it does not know', () => {
    expect(parse('show=everything&mine=yes&other=1')).toEqual(EVERY_OPEN)
  })

  it('asks for every status when all are wanted', () => {
    expect(toApiFilter({ ...EVERY_OPEN, show: 'all' }).statuses).toBeNull()
  })

  it('is narrowed by anything but the status', () => {
    expect(isNarrowed({ ...EVERY_OPEN, show: 'closed', text: '  ' })).toBe(false)
    expect(isNarrowed({ ...EVERY_OPEN, waiting: true })).toBe(true)
  })

  it('comes back from the address as it went in', () => {
    const filters = fc.record({
      show: fc.constantFrom(...SHOWS),
      mine: fc.boolean(),
      waiting: fc.boolean(),
      text: fc.string({ maxLength: 200 }),
    })
    fc.assert(
      fc.property(filters, (filter) => {
        expect(parse(formatChangeFilter(filter))).toEqual(filter)
      }),
    )
  })
})
