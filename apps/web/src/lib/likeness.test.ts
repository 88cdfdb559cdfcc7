import { expect, it } from 'vitest'
import { likeness } from './likeness.ts'

it('never calls texts the same that are not', () => {
  expect(likeness(1)).toBe('Same words as')
  expect(likeness(0.999)).toBe('99% like')
  expect(likeness(0.7)).toBe('70% like')
})
