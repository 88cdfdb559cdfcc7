import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSearch, SEARCH_WORDS } from './parse-search.ts'

const terms = (search: string) =>
  parseSearch(search).words.map(({ term, whole }) => (whole ? `${term}.` : term))

describe('a search', () => {
  it.each([
    ['Ticket triage', ['ticket', 'triage']],
    ['"ticket triage" bug', ['ticket.', 'triage.', 'bug']],
    ['"never closed', ['never.', 'closed.']],
    ['-spam ham', ['ham']],
    ['tag:support letter', ['letter']],
    ['nothing: else', ['nothing', 'else']],
    ['support-triage', ['support', 'triage']],
    ['東京都', ['東京.', '京都.']],
    ['%%% (( ))', []],
    ['same Same SAME', ['same']],
  ])('%j wants %j', (search, expected) => {
    expect(terms(search)).toEqual(expected)
  })

  it('reads phrases, exclusions and filters', () => {
    const parsed = parseSearch(
      '"dear customer" -spam tag:support owner:"product team" status:deployed tag:legal -model:x',
    )
    expect(parsed.phrases).toEqual([['dear', 'customer']])
    expect(parsed.filters).toEqual({
      tag: ['support', 'legal'],
      category: [],
      status: ['deployed'],
      owner: ['product team'],
      model: [],
    })
    expect(parsed.excluded).toEqual(['spam', 'model', 'x'])
    expect(parsed.text).toBe('"dear customer" -spam -model:x')
  })

  it('never fails, and is bounded', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-c":\- ()'%]{0,60}$/)),
        (search) => {
          const { words, phrases, excluded } = parseSearch(search)
          for (const list of [words, phrases, excluded]) expect(list.length).toBeLessThanOrEqual(SEARCH_WORDS)
          for (const { term } of words) expect(term).toMatch(/^[\p{L}\p{N}\p{M}]+$/u)
        },
      ),
    )
  })
})
