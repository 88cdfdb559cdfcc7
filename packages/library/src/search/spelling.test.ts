import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closestWord, oneMistake, spellingDistance } from './spelling.ts'

const word = fc.stringMatching(/^[a-f0-9]{1,9}$/)

describe('the distance of two words', () => {
  it.each([
    ['summarize', 'summarize', 0],
    ['sumarize', 'summarize', 1],
    ['sumamrize', 'summarize', 1],
    ['sumarise', 'summarize', 2],
    ['cat', 'elephant', 3],
  ])('%s and %s: %i', (a, b, distance) => {
    expect(spellingDistance(a, b)).toBe(distance)
  })

  it('is the same both ways, and none only for the same word', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(spellingDistance(a, b)).toBe(spellingDistance(b, a))
        expect(spellingDistance(a, b) === 0).toBe(a === b)
      }),
    )
  })
})

describe('words one mistake away', () => {
  it('are exactly those of distance one', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(oneMistake(a).includes(b)).toBe(spellingDistance(a, b) === 1)
      }),
    )
    fc.assert(
      fc.property(word, (a) => {
        for (const b of oneMistake(a)) expect(spellingDistance(a, b)).toBe(1)
      }),
    )
  })
})

describe('what was meant', () => {
  const known = (...words: string[]) => words.map((word, at) => ({ word, uses: words.length - at }))

  it.each([
    ['sumarize', known('summary', 'summarize'), 'summarize'],
    ['tset', known('rest', 'test'), 'test'],
    ['promt', known('prompt', 'prom'), 'prompt'],
    ['customre', known('customs', 'customer'), 'customer'],
    ['klassification', known('classification'), 'classification'],
    ['ab', known('abc'), null],
    ['cats', known('dogs'), null],
    ['same', known('same'), null],
  ])('%s: %o', (typed, words, expected) => {
    expect(closestWord(typed, words)).toBe(expected)
  })
})
