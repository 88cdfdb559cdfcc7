import { expect, test } from 'vitest'
import { highlightPieces } from './highlight.ts'

const marked = (text: string, search: string) =>
  highlightPieces(text, search)
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('')

test.each([
  ['Ticket triage', 'tri', 'Ticket [tri]age'],
  ['Tri tri', 'TRI', '[Tri] [tri]'],
  ['Ticket', 'x', 'Ticket'],
  ['Ticket', ' ', 'Ticket'],
  ['İstanbul', 'stan', 'İstanbul'],
])('%j searched for %j', (text, search, expected) => {
  expect(marked(text, search)).toBe(expected)
})

test('the pieces are the whole text', () => {
  expect(
    highlightPieces('abcabc', 'b')
      .map((piece) => piece.text)
      .join(''),
  ).toBe('abcabc')
})
