import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitLines } from '../split-lines.ts'
import { diffLines, type LineChange } from './diff-lines.ts'
import { anyText, editedLines } from './generated-texts.ts'

const pair = fc.oneof(
  fc.tuple(anyText, anyText),
  editedLines.map(([base, ours]) => [base, ours] as const),
)

/** Builds the text after from the text before and the lines the changes name. */
function apply(before: string, after: string, changes: readonly LineChange[]): string {
  const [lines, now] = [splitLines(before), splitLines(after)]
  const parts: string[] = []
  let done = 0
  for (const { beforeStart, beforeCount, afterStart, afterCount } of changes) {
    parts.push(
      ...lines.slice(done, beforeStart - 1),
      ...now.slice(afterStart - 1, afterStart - 1 + afterCount),
    )
    done = beforeStart - 1 + beforeCount
  }
  return [...parts, ...lines.slice(done)].join('')
}

/** Fewest lines removed and added, by the table of longest common subsequences. */
function fewestChanges(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const line of a) {
    const next = [0]
    for (const [index, other] of b.entries()) {
      next.push(line === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0))
    }
    row = next
  }
  return a.length + b.length - 2 * (row[b.length] ?? 0)
}

const sizeOf = (changes: readonly LineChange[]) =>
  changes.reduce((sum, { beforeCount, afterCount }) => sum + beforeCount + afterCount, 0)

describe('line differences', () => {
  it('LN1: applying the changes gives the text after', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        expect(apply(before, after, diffLines(before, after))).toBe(after)
      }),
      { numRuns: 500 },
    )
  })

  it('LN2: changes ascend, change something, and have kept lines between them on both sides', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        let [end, afterEnd] = [0, 0]
        for (const { beforeStart, beforeCount, afterStart, afterCount } of diffLines(before, after)) {
          expect(beforeCount + afterCount).toBeGreaterThan(0)
          expect(beforeStart).toBeGreaterThan(end)
          expect(afterStart - afterEnd).toBe(beforeStart - end)
          ;[end, afterEnd] = [beforeStart + beforeCount, afterStart + afterCount]
        }
      }),
    )
  })

  it('LN3: numbers count from 1, an empty range names the line that follows', () => {
    expect(diffLines('a\nb\nc\n', 'a\nB\nc\nd\n')).toEqual([
      { beforeStart: 2, beforeCount: 1, afterStart: 2, afterCount: 1 },
      { beforeStart: 4, beforeCount: 0, afterStart: 4, afterCount: 1 },
    ])
    expect(diffLines('', 'a')).toEqual([{ beforeStart: 1, beforeCount: 0, afterStart: 1, afterCount: 1 }])
    expect(diffLines('same\n', 'same\n')).toEqual([])
  })

  it('LN4: a missing line break at the end is a difference of the last line', () => {
    expect(diffLines('a\nb', 'a\nb\n')).toEqual([
      { beforeStart: 2, beforeCount: 1, afterStart: 2, afterCount: 1 },
    ])
  })

  it('LN5: of texts with few repeated lines, a shortest difference', () => {
    const lines = fc.uniqueArray(fc.nat({ max: 60 }), { maxLength: 40, size: 'max' })
    fc.assert(
      fc.property(lines, lines, (a, b) => {
        const [before, after] = [a, b].map((numbers) => numbers.map((n) => `${n}\n`))
        const found = sizeOf(diffLines((before ?? []).join(''), (after ?? []).join('')))
        expect(found).toBe(fewestChanges(before ?? [], after ?? []))
      }),
    )
  })

  it('LN6: where the text allows several places, a change stands as far down as it goes', () => {
    expect(diffLines('a\nb\n', 'a\nb\na\nb\n')).toEqual([
      { beforeStart: 3, beforeCount: 0, afterStart: 3, afterCount: 2 },
    ])
    expect(diffLines('x\n\ny\n', 'x\n\n\ny\n')).toEqual([
      { beforeStart: 3, beforeCount: 0, afterStart: 3, afterCount: 1 },
    ])
  })

  it('LN6: but beside what it replaces', () => {
    expect(diffLines('a\nb\nz\n', 'a\nc\na\nz\n')).toHaveLength(1)
  })
})
