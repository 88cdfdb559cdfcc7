import { diffWords } from '@incipit/version-control'

/** A piece of a line; marked where the other text does not have it. */
export interface Span {
  readonly text: string
  readonly marked: boolean
}

export type MarkedLine = readonly Span[]

/** Beyond this many characters words are not compared: nobody reads word marks over that much. */
const MOST_CHARACTERS = 100_000
/** Below this share of common letters the two are unlike, and marks everywhere would say nothing. */
const LEAST_IN_COMMON = 0.3

/** Lines that became others, each cut into words that stayed and words that did not. Lines come without their line breaks. */
export function markLines(
  removed: readonly string[],
  added: readonly string[],
): { removed: MarkedLine[]; added: MarkedLine[] } {
  const [before, after] = [removed.join('\n'), added.join('\n')]
  const parts =
    before === '' || after === '' || before.length + after.length > MOST_CHARACTERS
      ? null
      : diffWords(before, after)
  if (!parts || inCommon(parts, Math.max(before.length, after.length)) < LEAST_IN_COMMON)
    return { removed: removed.map(plain), added: added.map(plain) }
  return {
    removed: cut(
      parts.flatMap(({ kind, text }) => (kind === 'added' ? [] : [{ text, marked: kind !== 'same' }])),
    ),
    added: cut(
      parts.flatMap(({ kind, text }) => (kind === 'removed' ? [] : [{ text, marked: kind !== 'same' }])),
    ),
  }
}

function plain(text: string): MarkedLine {
  return [{ text, marked: false }]
}

function inCommon(parts: readonly { kind: string; text: string }[], length: number): number {
  const letters = (text: string) => text.replace(/\s+/g, '').length
  const same = parts.reduce((sum, { kind, text }) => sum + (kind === 'same' ? letters(text) : 0), 0)
  return same / Math.max(1, length)
}

/** The same pieces by line. */
function cut(spans: readonly Span[]): MarkedLine[] {
  const lines: Span[][] = [[]]
  for (const { text, marked } of spans) {
    const [first = '', ...rest] = text.split('\n')
    if (first !== '') lines.at(-1)?.push({ text: first, marked })
    for (const next of rest) lines.push(next === '' ? [] : [{ text: next, marked }])
  }
  return lines
}
