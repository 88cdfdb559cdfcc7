import { expect, it } from 'vitest'
import { niceTop } from './nice-top.ts'

it.each([
  [0, 1],
  [1, 1],
  [3, 4],
  [4, 4],
  [5, 5],
  [7, 10],
  [13, 20],
  [50, 50],
  [51, 100],
  [1000, 1000],
])('an axis that holds %d ends at %d', (count, top) => {
  expect(niceTop(count)).toBe(top)
})
