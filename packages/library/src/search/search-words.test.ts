import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldWord, searchTerms, searchWords } from './search-words.ts'

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.stringMatching(/^[a-zA-Z0-9 äßçİ東京都タワー_\-."']{0,80}$/),
)
const terms = (of: string) => [...searchTerms(of, 1000)]

describe('terms', () => {
  it.each([
    ['Ticket TRIAGE', ['ticket', 'triage']],
    ['Äpfel, naïve café', ['apfel', 'naive', 'cafe']],
    ['ﬁrst ½ ①', ['first', '12', '1']],
    ['getUserName', ['getusername', 'get', 'user', 'name']],
    ['HTTPServer', ['httpserver', 'http', 'server']],
    ['support-triage', ['support', 'triage', 'supporttriage']],
    ['state-of-the-art', ['state', 'of', 'the', 'art']],
    ['a_b.c', ['a', 'b', 'c']],
    ['東京都', ['東京', '京都', '都']],
    ['猫', ['猫']],
    ['gpt東京', ['gpt', '東京', '京']],
    ["' or 1=1 --", ['or', '1']],
    ['(a+)+ %_ \u0000', ['a']],
  ])('%j: %j', (of, expected) => {
    expect(terms(of)).toEqual(expected)
  })

  it('are letters, digits and marks only, short, and well-formed', () => {
    fc.assert(
      fc.property(text, (of) => {
        for (const term of terms(of)) {
          expect(term).toMatch(/^[\p{L}\p{N}\p{M}]+$/u)
          expect(term.length).toBeLessThanOrEqual(80)
          expect(term.isWellFormed()).toBe(true)
        }
      }),
    )
  })

  it('are the same for upper case, and folding twice changes nothing', () => {
    fc.assert(
      fc.property(text, (of) => {
        expect(foldWord(foldWord(of))).toBe(foldWord(of))
      }),
    )
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z äéö0-9]{0,60}$/), (of) => {
        expect(terms(of.toUpperCase())).toEqual(terms(of))
      }),
    )
  })

  it('are no more than the limit and a few, of whatever text', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 20 }), (of, limit) => {
        expect(searchTerms(of, limit).size).toBeLessThanOrEqual(limit + 400)
        expect(searchTerms(of, 0).size).toBe(0)
      }),
    )
  })
})

describe('words', () => {
  it('stand where the text has them, in order and apart', () => {
    fc.assert(
      fc.property(text, (of) => {
        let end = 0
        for (const { from, to, terms } of searchWords(of)) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          expect(of.slice(from, to)).toMatch(/^[\p{L}\p{N}\p{M}]+$/u)
          expect(terms.length).toBeGreaterThan(0)
          end = to
        }
        expect(end).toBeLessThanOrEqual(of.length)
      }),
    )
  })

  it('of a megabyte without a blank cost no more than one word', () => {
    const [word, ...rest] = searchWords('x'.repeat(1_000_000))
    expect([word?.to, word?.terms[0]?.length, rest]).toEqual([1_000_000, 40, []])
  })
})
