import { describe, expect, it } from 'vitest'
import { formatTagFilter, parseTagFilter } from './tag-filter.ts'

describe('the filter of tags in the address', () => {
  it.each(['?show=tags', '?show=tags&q=support&kind=domain&unused=1&sort=usage'])(
    '%j comes back the same',
    (query) => {
      expect(formatTagFilter(parseTagFilter(new URLSearchParams(query)))).toBe(query)
    },
  )

  it('leaves out what it does not know', () => {
    const filter = parseTagFilter(new URLSearchParams('kind=constructor&sort=colour&unused=yes'))
    expect(filter).toEqual({ search: '', category: null, unused: false, order: 'name' })
  })
})
