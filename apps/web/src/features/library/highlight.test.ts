import { expect, test } from 'vitest'
import { highlightPieces, type Range } from './highlight.ts'

const marked = (text: string, ranges: Range[]) =>
  highlightPieces(text, ranges)
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('')

test.each<[string, Range[], string]>([
  ['Ticket triage', [{ from: 7, to: 10 }], 'Ticket [tri]age'],
  [
    'Tri tri',
    [
      { from: 0, to: 3 },
      { from: 4, to: 7 },
    ],
    '[Tri] [tri]',
  ],
  ['Ticket', [], 'Ticket'],
  ['', [], ''],
])('%j at %j', (text, ranges, expected) => {
  expect(marked(text, ranges)).toBe(expected)
})
