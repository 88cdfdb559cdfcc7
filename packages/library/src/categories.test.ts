import { describe, expect, it } from 'vitest'
import { CATEGORIES, isCategoryName } from './categories.ts'
import { NAME_PATTERN } from './name.ts'

describe('categories', () => {
  it('are the taxonomy of the domain', () => {
    const table = CATEGORIES.map(({ name, owner, reviewRequired, subcategories }) =>
      [name, owner, reviewRequired ? 'yes' : 'no', subcategories.join(', ')].join(' | '),
    )
    expect(table).toEqual([
      'agents | product-team | yes | support, sales, operations, research',
      'tasks | engineering-team | no | classification, generation, extraction, summarization',
      'system | platform-team | yes | safety, formatting, routing',
      'experimental | research-team | no | ',
      'templates | prompt-team | no | ',
      'modifiers | prompt-team | no | ',
      'guardrails | safety-team | yes | content, privacy, compliance',
      'formatters | prompt-team | no | ',
      'extractors | prompt-team | no | ',
      'generators | prompt-team | no | ',
    ])
  })

  it('have names that can stand in a key', () => {
    for (const { name, subcategories } of CATEGORIES) {
      for (const part of [name, ...subcategories]) expect(part).toMatch(NAME_PATTERN)
    }
  })

  it('know their names', () => {
    expect([isCategoryName('agents'), isCategoryName('Agents'), isCategoryName('toString')]).toEqual([
      true,
      false,
      false,
    ])
  })
})
