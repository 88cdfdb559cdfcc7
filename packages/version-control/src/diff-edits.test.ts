import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits } from './apply-edits.ts'
import { diffEdits } from './diff-edits.ts'
import { diffStat } from './diff-stat.ts'
import { splitLines } from './split-lines.ts'

/** Few different pieces, so that texts resemble each other; astral pairs that share a half; lone halves. */
const piece = fc.constantFrom(
  'a',
  'b',
  'ab',
  ' ',
  '\n',
  '\n\n',
  'line\n',
  '😀',
  '😁',
  '𝒳',
  '\ud83d',
  '\ude00',
  'é',
)
const text = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
)
/** A text and an edited copy of it. */
const pair = fc.oneof(
  fc.tuple(text, text),
  fc.tuple(text, text, fc.nat(), fc.nat({ max: 10 })).map(([base, insert, at, drop]): [string, string] => {
    const offset = at % (base.length + 1)
    return [base, base.slice(0, offset) + insert + base.slice(offset + drop)]
  }),
)

const isPair = (text: string, at: number) =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1))
const numberedLines = (count: number, word: string) =>
  Array.from({ length: count }, (_, n) => `${word} ${n}\n`).join('')

describe('differences', () => {
  it('DF1: applying the edits gives the text after', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        expect(applyEdits(before, diffEdits(before, after))).toBe(after)
      }),
      { numRuns: 1000 },
    )
  })

  it('DF2: edits ascend, do not touch, and change something', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        let end = -1
        for (const { offset, deleteCount, insert } of diffEdits(before, after)) {
          expect(offset).toBeGreaterThan(end)
          expect(before.slice(offset, offset + deleteCount)).not.toBe(insert)
          end = offset + deleteCount
        }
      }),
    )
  })

  it('DF3: no edit splits a surrogate pair', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        for (const { offset, deleteCount } of diffEdits(before, after)) {
          expect(isPair(before, offset)).toBe(false)
          expect(isPair(before, offset + deleteCount)).toBe(false)
        }
      }),
      { numRuns: 1000 },
    )
    expect(diffEdits('a😀b', 'a😁b')).toEqual([{ offset: 1, deleteCount: 2, insert: '😁' }])
  })

  it('DF4: touches only what changed', () => {
    fc.assert(
      fc.property(text, (same) => {
        expect(diffEdits(same, same)).toEqual([])
      }),
    )
    expect(diffEdits('one\ntwo\nthree\n', 'one\ntwos\nthree\nfour\n')).toEqual([
      { offset: 7, deleteCount: 0, insert: 's' },
      { offset: 14, deleteCount: 0, insert: 'four\n' },
    ])
    expect(diffEdits('You are calm.\nBe kind.\n', 'You are very calm.\nBe brief and kind.\n')).toEqual([
      { offset: 8, deleteCount: 0, insert: 'very ' },
      { offset: 16, deleteCount: 0, insert: ' brief and' },
    ])
  })

  it('DF5: replaces unlike lines whole', () => {
    expect(diffEdits('abcdef', 'uvwxyz')).toEqual([{ offset: 0, deleteCount: 6, insert: 'uvwxyz' }])
  })

  it('DF5: long unlike texts get few, coarse edits', () => {
    const [before, after] = [numberedLines(5000, 'left'), numberedLines(5000, 'right')]
    const edits = diffEdits(before, after)
    expect(edits).toHaveLength(1)
    expect(applyEdits(before, edits)).toBe(after)
  })

  it('DF5: the search for characters is bounded over all changed lines together', () => {
    const before = Array.from({ length: 450 }, (_, n) => `${'abcdefgh'.repeat(100)}${n}\nsame ${n}\n`).join(
      '',
    )
    const after = Array.from({ length: 450 }, (_, n) => `${'badcfehg'.repeat(100)}${n}\nsame ${n}\n`).join('')
    expect(applyEdits(before, diffEdits(before, after))).toBe(after)
  })

  it('DF6: counts lines', () => {
    expect(diffStat('', '')).toEqual({ added: 0, removed: 0 })
    expect(diffStat('', 'a\nb')).toEqual({ added: 2, removed: 0 })
    expect(diffStat('a\nb\nc\n', 'a\nB\nc\n')).toEqual({ added: 1, removed: 1 })
    expect(diffStat('a\nb\nc\nd\n', 'a\nd\n')).toEqual({ added: 0, removed: 2 })
  })

  it('DF6: added minus removed is the difference in lines', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const { added, removed } = diffStat(before, after)
        expect(added - removed).toBe(splitLines(after).length - splitLines(before).length)
      }),
    )
  })

  it.each([
    [
      'overlapping',
      [
        { offset: 2, deleteCount: 2, insert: '' },
        { offset: 3, deleteCount: 0, insert: 'x' },
      ],
    ],
    [
      'descending',
      [
        { offset: 3, deleteCount: 0, insert: 'x' },
        { offset: 1, deleteCount: 0, insert: 'y' },
      ],
    ],
    ['outside', [{ offset: 4, deleteCount: 2, insert: '' }]],
    ['negative', [{ offset: 1, deleteCount: -1, insert: '' }]],
    ['not numbers', [{ offset: Number.NaN, deleteCount: 0, insert: '' }]],
  ])('applyEdits refuses edits that are %s', (_, edits) => {
    expect(() => applyEdits('abcde', edits)).toThrow(RangeError)
  })
})
