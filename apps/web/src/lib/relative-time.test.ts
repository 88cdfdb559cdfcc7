import { expect, test } from 'vitest'
import { relativeTime } from './relative-time.ts'

const now = new Date('2026-03-15T12:00:00Z')
const before = (seconds: number) => new Date(now.getTime() - seconds * 1000)

test.each([
  [0, 'just now'],
  [44, 'just now'],
  [50, '1 min ago'],
  [180, '3 min ago'],
  [46 * 60, '1 h ago'],
  [5 * 3600, '5 h ago'],
  [23 * 3600, 'yesterday'],
  [5 * 86_400, '5 days ago'],
  [40 * 86_400, '3 Feb'],
  [100 * 86_400, '5 Dec 2025'],
  [-7200, 'in 2 h'],
  [-86_400, 'tomorrow'],
])('%i seconds before now is %s', (seconds, expected) => {
  expect(relativeTime(before(seconds), now)).toBe(expected)
})
