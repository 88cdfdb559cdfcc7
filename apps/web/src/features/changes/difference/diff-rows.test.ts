import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffBlocks } from './diff-blocks.ts'
import { type DiffRow, diffRows, lineKey, nextChange, type RowsSpec } from './diff-rows.ts'

const TEXT = Array.from({ length: 30 }, (_, at) => `line ${at + 1}`)
const text = (lines: readonly string[]) => `${lines.join('\n')}\n`
const changedAt = (line: number, to: string) => text(TEXT.with(line - 1, to))

const rows = (before: string, after: string, spec: Partial<RowsSpec> = {}) =>
  diffRows({ blocks: diffBlocks(before, after), split: false, opened: new Set(), kept: new Set(), ...spec })

const drawn = (row: DiffRow) => {
  if (row.kind === 'fold') return `… ${row.count}`
  const said = (row.right ?? row.left)?.spans.map(({ text: word, marked }) => (marked ? `[${word}]` : word))
  const sign = row.left && row.right ? ' ' : row.left ? '-' : '+'
  return `${sign}${said?.join('')}`
}

describe('diffRows', () => {
  it('shows changed lines with three around them and folds the rest', () => {
    expect(rows(text(TEXT), changedAt(10, 'line ten')).map(drawn)).toEqual([
      '… 6',
      ' line 7',
      ' line 8',
      ' line 9',
      '-line [10]',
      '+line [ten]',
      ' line 11',
      ' line 12',
      ' line 13',
      '… 17',
    ])
  })

  it('puts old and new beside each other when split', () => {
    const [first] = rows('a\nkeep\n', 'b\nc\nkeep\n', { split: true })
    expect(first).toMatchObject({ left: { line: 1, side: 'BASE' }, right: { line: 1, side: 'HEAD' } })
    expect(rows('a\nkeep\n', 'b\nc\nkeep\n', { split: true })[1]).toMatchObject({ left: null })
  })

  it('opens a fold', () => {
    const opened = rows(text(TEXT), changedAt(10, 'line ten'), { opened: new Set([1]) })
    expect(opened.map(drawn).slice(0, 3)).toEqual([' line 1', ' line 2', ' line 3'])
  })

  it('keeps a line in view about which something is said', () => {
    const kept = new Set([lineKey('HEAD', 20)])
    expect(rows(text(TEXT), changedAt(10, 'line ten'), { kept }).map(drawn)).toContain(' line 20')
  })

  it('does not fold a single line', () => {
    const twice = text(TEXT.with(9, 'x').with(17, 'y'))
    expect(rows(text(TEXT), twice).map(drawn)).not.toContain('… 1')
  })

  it('marks no words where the lines have little in common', () => {
    expect(rows('The quick fox\n', 'Seven boxes of oranges\n').map(drawn)).toEqual([
      '-The quick fox',
      '+Seven boxes of oranges',
    ])
  })

  it('has every line of both texts exactly once when all is open, whatever the texts', () => {
    const words = fc.array(fc.constantFrom('a', 'b', '', 'some words', 'other words'), { maxLength: 30 })
    fc.assert(
      fc.property(words, words, fc.boolean(), (left, right, split) => {
        const [before, after] = [text(left), text(right)]
        const opened = new Set(Array.from({ length: 40 }, (_, at) => at))
        const all = rows(before, after, { split, opened }).flatMap((row) =>
          row.kind === 'line' ? [row] : [],
        )
        const side = (of: 'left' | 'right') =>
          all.flatMap((row) => (row[of] ? [row[of]] : [])).sort((a, b) => a.line - b.line)
        const joined = (of: 'left' | 'right') =>
          side(of)
            .map(({ spans }) => `${spans.map((span) => span.text).join('')}\n`)
            .join('')
        expect(joined('left')).toBe(left.length === 0 ? '\n' : before)
        expect(joined('right')).toBe(right.length === 0 ? '\n' : after)
        expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
      }),
    )
  })
})

describe('nextChange', () => {
  const twice = rows(text(TEXT), text(TEXT.with(9, 'x').with(19, 'y')))
  const at = (row: number) => twice.map(drawn)[row]

  it('goes from change to change and around', () => {
    const first = nextChange(twice, -1, 1)
    const second = nextChange(twice, first, 1)
    expect([at(first), at(second)]).toEqual(['-line 10', '-line 20'])
    expect(nextChange(twice, second, 1)).toBe(first)
    expect(nextChange(twice, first, -1)).toBe(second)
  })

  it('is nowhere without changes', () => {
    expect(nextChange(rows('a\n', 'a\n'), -1, 1)).toBe(-1)
  })
})
