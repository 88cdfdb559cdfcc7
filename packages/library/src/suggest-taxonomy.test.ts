import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { offeredTags, suggestTaxonomy } from './suggest-taxonomy.ts'
import { normalizeTag } from './tags.ts'

const library = {
  tags: [
    { name: 'customer-support', category: 'domain' },
    { name: 'refunds', category: 'general' },
    { name: 'support', category: 'general' },
    { name: 'ai', category: 'general' },
  ] as const,
  subcategories: new Map([['agents', ['sales', 'support', 'first-line']]]),
}
const source = { name: '', description: '', content: '', model: null }

describe('a place in the taxonomy', () => {
  it('is told by name, description and content', () => {
    const content = 'You are an agent of the first line. Answer about Refunds.'
    expect(suggestTaxonomy({ ...source, name: 'Customer Support', content }, library)).toEqual({
      category: 'agents',
      subcategory: 'support',
      tags: [
        { name: 'support', category: 'general', exists: true },
        { name: 'customer-support', category: 'domain', exists: true },
        { name: 'refunds', category: 'general', exists: true },
      ],
    })
    expect(suggestTaxonomy({ ...source, content: 'An agent of the first line' }, library).subcategory).toBe(
      'first-line',
    )
    expect(suggestTaxonomy({ ...source, content: 'Translate it.', model: 'GPT 4o' }, library)).toEqual({
      category: 'tasks',
      subcategory: null,
      tags: [
        { name: 'translate', category: 'action', exists: false },
        { name: 'gpt-4o', category: 'model', exists: false },
      ],
    })
  })
})

describe('tags that are offered', () => {
  it('are own ones only by whole words next to each other', () => {
    const names = (text: string) => offeredTags(text, null, library.tags).map(({ name }) => name)
    expect(names('customers, supporters')).toEqual([])
    expect(names('The customer. (Support!)')).toEqual(['support', 'customer-support'])
    expect(names('refundsx')).toEqual([])
    expect(names('AI')).toEqual([])
  })

  it('are each there once, and at most twelve', () => {
    const word = fc.constantFrom('support', 'refund', 'legal', 'extract', 'böse', 'tag', 'x1')
    const known = fc.array(
      fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('-')),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), known, (words, known) => {
        const tags = [...new Set(known)].map((name) => ({ name, category: 'general' as const }))
        const offered = offeredTags(words.join(' '), null, tags)
        expect(offered.length).toBeLessThanOrEqual(12)
        expect(new Set(offered.map(({ name }) => name)).size).toBe(offered.length)
        for (const { name, exists } of offered) {
          expect(normalizeTag(name)).toBe(name)
          expect(exists).toBe(known.includes(name))
        }
      }),
    )
  })

  it('find a tag in any text that holds its words', () => {
    const word = fc.stringMatching(/^[a-zäöü0-9]{3,6}$/)
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 3 }),
        fc.string(),
        fc.string(),
        (words, before, after) => {
          const name = normalizeTag(words.join(' '))
          const offered = offeredTags(`${before} . ${words.join(', ')} . ${after}`, null, [
            { name, category: 'general' },
          ])
          expect(offered.map((tag) => tag.name)).toContain(name)
        },
      ),
    )
  })
})
