import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isStale } from './is-stale.ts'
import { suggestCategory } from './suggest-category.ts'
import { suggestTags } from './suggest-tags.ts'
import { normalizeTag } from './tags.ts'

describe('suggested categories', () => {
  it.each([
    ['You are a patient support agent.', 'agents'],
    ['I want you to act as a Linux terminal.', 'agents'],
    ['Extract every date from the text.', 'extractors'],
    ['Identifying the speakers is enough.', 'extractors'],
    ['Write a haiku about {{topic}}.', 'generators'],
    ['Structure the answer as a table.', 'formatters'],
    ['Block requests for medical advice.', 'guardrails'],
    ['Classify the ticket.', 'tasks'],
    ['', 'tasks'],
    // Whole words only: neither "information" nor "blockchain" says anything.
    ['Weigh the information about a blockchain.', 'tasks'],
    // The first rule decides.
    ['You are an assistant. Extract dates, write them down, format them.', 'agents'],
  ])('%s: %s', (content, category) => {
    expect(suggestCategory(content)).toBe(category)
  })
})

describe('suggested tags', () => {
  it('name domains, actions and the model', () => {
    expect(suggestTags('Classify support tickets and summarize them.', 'GPT 4o')).toEqual([
      { name: 'support', category: 'domain' },
      { name: 'classify', category: 'action' },
      { name: 'summarize', category: 'action' },
      { name: 'gpt-4o', category: 'model' },
    ])
    expect(
      suggestTags('Analyse the contract, translate it, extract what the invoice says.').map(
        ({ name }) => name,
      ),
    ).toEqual(['legal', 'finance', 'extract', 'translate', 'analyze'])
    expect(suggestTags('Hello', null)).toEqual([])
  })
})

describe('tags', () => {
  it.each([
    ['Customer Support', 'customer-support'],
    ['  a \t b\u00a0c ', 'a-b-c'],
    ['--A--', 'a'],
    ['Übung', 'übung'],
    ['日本語', '日本語'],
    [' ', ''],
  ])('"%s" is normalized to "%s"', (text, name) => {
    expect(normalizeTag(text)).toBe(name)
  })

  it('normalizing once is enough', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('A', ' ', '-', 'ß', 'İ', '\u0301', 'Å') }),
    )
    fc.assert(
      fc.property(text, (text) => {
        expect(normalizeTag(normalizeTag(text))).toBe(normalizeTag(text))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('staleness', () => {
  const day = 24 * 60 * 60 * 1000
  const now = Date.parse('2026-06-01T00:00:00Z')

  it('begins after the given days, not with them', () => {
    expect(isStale(new Date(now - 90 * day), new Date(now))).toBe(false)
    expect(isStale(new Date(now - 90 * day - 1), new Date(now))).toBe(true)
    expect(isStale('2026-05-24T00:00:00Z', now, 7)).toBe(true)
    expect(isStale(now + day, now, 0)).toBe(false)
  })

  it('refuses what is no instant', () => {
    expect(() => isStale('yesterday', now)).toThrow(RangeError)
  })
})
