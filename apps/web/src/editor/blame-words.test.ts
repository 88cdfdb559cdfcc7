import { expect, it } from 'vitest'
import { joinedByHue, wordAt } from './blame-words.ts'

const WORDS = [
  { start: 0, count: 4, owner: 0, hue: 3 },
  { start: 4, count: 2, owner: 1, hue: 3 },
  { start: 6, count: 5, owner: 2, hue: 7 },
]

it('wordAt finds the run that holds a character', () => {
  expect([0, 3, 4, 5, 6, 11].map((offset) => wordAt(WORDS, offset)?.owner)).toEqual([0, 0, 1, 1, 2, 2])
  expect(wordAt([], 0)).toBeUndefined()
})

it('joinedByHue tints the work of one person at one go', () => {
  expect(joinedByHue(WORDS)).toEqual([
    { start: 0, count: 6, hue: 3 },
    { start: 6, count: 5, hue: 7 },
  ])
})
