import { expect, test } from 'vitest'
import { counted } from './counted.ts'

test.each([
  [0, '0 prompts'],
  [1, '1 prompt'],
  [1525, '1,525 prompts'],
])('%i', (count, expected) => {
  expect(counted(count, 'prompt')).toBe(expected)
})

test('an irregular plural', () => {
  expect(counted(2, 'entry', 'entries')).toBe('2 entries')
})
