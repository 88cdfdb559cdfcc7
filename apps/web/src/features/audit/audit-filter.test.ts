import { expect, test } from 'vitest'
import { formatAuditFilter, parseAuditFilter, toAuditFilter } from './audit-filter.ts'

const parse = (query: string) => parseAuditFilter(new URLSearchParams(query))

test.each(['', '?action=prompt.create', '?actorId=u1&since=2026-03-01&until=2026-03-02'])(
  '%j comes back the same',
  (query) => {
    expect(formatAuditFilter(parse(query))).toBe(query)
  },
)

test('a day reaches from its beginning to the beginning of the next', () => {
  const { since, until } = toAuditFilter(parse('?since=2026-03-01&until=2026-03-01'))
  expect(Date.parse(until!) - Date.parse(since!)).toBe(24 * 60 * 60 * 1000)
})

test('what is no day narrows nothing', () => {
  expect(toAuditFilter(parse('?since=soon')).since).toBeNull()
})
