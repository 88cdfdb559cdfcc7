import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSearch } from './parse-search.ts'
import { type SearchExcerpt, searchExcerpt, searchHits } from './search-hits.ts'

const marked = ({ text, ranges }: SearchExcerpt) =>
  ranges.reduceRight(
    (all, { from, to }) => `${all.slice(0, from)}[${all.slice(from, to)}]${all.slice(to)}`,
    text,
  )

const hits = (text: string, search: string) => marked({ text, ranges: searchHits(text, parseSearch(search)) })

describe('hits', () => {
  it.each([
    ['Ticket triage', 'tri', 'Ticket [tri]age'],
    ['Ticket triage', 'triage tick', '[Tick]et [triage]'],
    ['Triage', 'TRIÄGE', '[Triage]'],
    ['Ein Café', 'caf', 'Ein [Caf]é'],
    ['call getUserName', 'user', 'call [getUserName]'],
    ['a cat, category', '"cat"', 'a [cat], category'],
    ['東京都庁', '京都', '東[京都]庁'],
    ['nothing here', 'else', 'nothing here'],
    ['spam ham', '-spam ham', 'spam [ham]'],
  ])('%j searched for %j: %j', (text, search, expected) => {
    expect(hits(text, search)).toBe(expected)
  })
})

describe('an excerpt', () => {
  it('shows where most of the search stands together', () => {
    const text = `refund ${'filler '.repeat(100)}an order, a refund and a letter${' filler'.repeat(100)}`
    const excerpt = searchExcerpt(text, parseSearch('refund order letter'), 120)!
    expect(marked(excerpt)).toContain('an [order], a [refund] and a [letter]')
    expect(excerpt.text.length).toBeLessThanOrEqual(130)
  })

  it('is null without a hit', () => {
    expect(searchExcerpt('nothing', parseSearch('else'), 100)).toBeNull()
  })

  it('is a part of the text, its ranges in order, apart and inside, and no character is cut', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', 'ab', ' ', '\n', 'É', '😀', '京', '-'),
      maxLength: 300,
    })
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('a', 'ab b', '京', 'é', 'aab'),
        fc.integer({ min: 4, max: 80 }),
        (of, search, length) => {
          const excerpt = searchExcerpt(of, parseSearch(search), length)
          const all = searchHits(of, parseSearch(search))
          expect(excerpt === null).toBe(all.length === 0)
          if (!excerpt) return
          expect(of).toContain(excerpt.text)
          expect(excerpt.text.isWellFormed()).toBe(true)
          expect(excerpt.ranges.length).toBeGreaterThan(0)
          let end = 0
          for (const { from, to } of excerpt.ranges) {
            expect(from).toBeGreaterThanOrEqual(end)
            expect(to).toBeGreaterThan(from)
            expect(to).toBeLessThanOrEqual(excerpt.text.length)
            end = to
          }
        },
      ),
    )
  })
})
