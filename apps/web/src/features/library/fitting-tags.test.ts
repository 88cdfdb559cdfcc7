import { expect, test } from 'vitest'
import { fittingTags } from './fitting-tags.ts'

test.each([
  [[], 0],
  [['support', 'classify'], 2],
  [['engineering', 'summarize', 'gpt-5'], 1],
  [['a-tag-that-is-longer-than-the-whole-line'], 1],
  [['a', 'b', 'c', 'd'], 4],
])('%j', (names, expected) => {
  expect(fittingTags(names, 22)).toBe(expected)
})
