import { expect, test } from 'vitest'
import { expiryOf } from './key-choices.ts'

test('a lifetime is counted from now', () => {
  expect(expiryOf('30', new Date('2026-01-01T00:00:00Z'))).toBe('2026-01-31T00:00:00.000Z')
})

test('no end is no date', () => {
  expect(expiryOf('', new Date())).toBeNull()
})
