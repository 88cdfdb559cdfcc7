import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffWords, type WordPart } from './diff-words.ts'
import { anyText, editedProseOf, prose } from './generated-texts.ts'
import { splitWords } from './split-words.ts'

const pair = fc.oneof(
  fc.tuple(anyText, anyText),
  editedProseOf(prose).map(([base, ours]) => [base, ours] as const),
)
const textOf = (parts: readonly WordPart[], without: WordPart['kind']) =>
  parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')
const shown = (before: string, after: string) =>
  diffWords(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('')

describe('word differences', () => {
  it('WD1: same and removed parts are the text before, same and added parts the text after', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const parts = diffWords(before, after)
        expect(textOf(parts, 'added')).toBe(before)
        expect(textOf(parts, 'removed')).toBe(after)
      }),
      { numRuns: 500 },
    )
  })

  it('WD2: no part is empty, no two neighbours are of one kind, removed stands before added', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const parts = diffWords(before, after)
        for (const [index, { kind, text }] of parts.entries()) {
          expect(text).not.toBe('')
          expect(parts[index + 1]?.kind).not.toBe(kind)
          if (kind === 'added') expect(parts[index + 1]?.kind).not.toBe('removed')
        }
      }),
    )
  })

  it('WD3: words are runs of letters and digits; marks, blanks and line breaks stand alone', () => {
    expect(splitWords("It's 42,\n\n  naïve x_1!")).toEqual([
      ...['It', "'", 's', ' ', '42', ',', '\n', '\n', '  ', 'naïve', ' ', 'x_1', '!'],
    ])
  })

  it('WD3: where no blanks are written, every character is a word', () => {
    expect(splitWords('你好 カナ ไทย')).toEqual(['你', '好', ' ', 'カ', 'ナ', ' ', 'ไ', 'ท', 'ย'])
    expect(shown('请用中文回答', '请用英文回答')).toBe('请用[-中-]{+英+}文回答')
  })

  it('WD4: keeps together what is one character to a reader', () => {
    expect(splitWords('👩‍👩‍👧👍🏽🇩🇪🇫🇷e\u0301')).toEqual(['👩‍👩‍👧', '👍🏽', '🇩🇪', '🇫🇷', 'e\u0301'])
    fc.assert(
      fc.property(anyText, (text) => {
        const words = splitWords(text)
        expect(words.join('')).toBe(text)
        for (const [index, word] of words.entries()) {
          expect(/[\ud800-\udbff]$/.test(word) && /^[\udc00-\udfff]/.test(words[index + 1] ?? '')).toBe(false)
        }
      }),
    )
  })

  it('WD5: words replaced side by side are one replacement', () => {
    expect(shown('You are a calm helper. Be nice.', 'You are a kind friend. Be very nice!')).toBe(
      'You are a [-calm helper-]{+kind friend+}. Be {+very +}nice[-.-]{+!+}',
    )
  })
})
