import { describe, expect, it } from 'vitest'
import { merge } from '../merge/merge.ts'
import { mergedText } from '../merge/merged-text.ts'
import { align } from './align.ts'
import { diffLines } from './diff-lines.ts'
import { diffWords } from './diff-words.ts'
import type { Effort } from './edit-graph.ts'

const MEGABYTE = 1 << 20

/** Numbers that look random and are the same every time. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function wordsOf(seed: number, vocabulary: number, lineEvery: number): string {
  const next = numbers(seed)
  const parts: string[] = []
  let length = 0
  while (length < MEGABYTE) {
    const word = `w${next(vocabulary)}${next(lineEvery) === 0 ? '.\n' : ' '}`
    parts.push(word)
    length += word.length
  }
  return parts.join('')
}

describe('bounded work', () => {
  it.each([2, 50, 1e6])(
    'LN7: unlike lists of a vocabulary of %d take steps in proportion to their length',
    (vocabulary) => {
      const [a, b] = [1, 2].map((seed) => {
        const next = numbers(seed)
        return Array.from({ length: 100_000 }, () => String(next(vocabulary)))
      })
      const effort: Effort = { steps: 1_000_000 }
      align(a ?? [], b ?? [], effort)
      // One million at full patience, then some tens for each token; an unbounded search would take billions.
      expect(1_000_000 - effort.steps).toBeLessThan(1_000_000 + 100 * 200_000)
    },
  )

  it.each([
    ['1 MB of unlike texts', [1, 2, 3].map((seed) => wordsOf(seed, 1000, 10))],
    ['one unlike line of 1 MB', [1, 2, 3].map((seed) => wordsOf(seed, 1000, Number.POSITIVE_INFINITY))],
    ['100,000 equal lines', [100_000, 50_000, 100_500].map((count) => 'same\n'.repeat(count))],
  ])(
    'LN7, WD6, MG12: %s come to an end',
    (_, [base = '', ours = '', theirs = '']) => {
      const result = merge(base, ours, theirs)
      expect(mergedText(result, 'ours').length).toBeGreaterThan(0)
      expect(diffLines(base, ours).length).toBeGreaterThan(0)
      expect(diffWords(base, ours).length).toBeGreaterThan(0)
    },
    30_000,
  )
})
