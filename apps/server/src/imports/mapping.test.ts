import { describe, expect, it } from 'vitest'
import { ValidationError } from '../platform/errors.ts'
import { checkedMapping, suggestMapping } from './mapping.ts'

describe('a mapping', () => {
  it('is guessed by usual names, no column twice', () => {
    expect(suggestMapping(['act', 'prompt', 'for_devs'])).toMatchObject({
      name: 'act',
      content: 'prompt',
      tags: null,
    })
    expect(
      suggestMapping(['Title', 'Prompt Text', 'Sub-Category', 'KEYWORDS', 'Summary', 'category']),
    ).toEqual({
      name: 'Title',
      content: 'Prompt Text',
      category: 'category',
      subcategory: 'Sub-Category',
      tags: 'KEYWORDS',
      description: 'Summary',
    })
    expect(suggestMapping(['x'])).toMatchObject({ name: null, content: null })
  })

  it('must name columns of the file, and a category there is', () => {
    expect(checkedMapping(['a', 'b'], { name: 'b', content: 'a' })).toEqual({
      columns: { name: 1, content: 0, category: null, subcategory: null, tags: null, description: null },
      defaultCategory: null,
    })
    const refuse = () =>
      checkedMapping(['a'], { name: 'x', content: 'a', tags: 'y', defaultCategory: 'poems' })
    expect(refuse).toThrow(ValidationError)
    try {
      refuse()
    } catch (error) {
      const paths = (error as ValidationError).issues.map(({ path }) => path)
      expect(paths).toEqual(['mapping.name', 'mapping.tags', 'mapping.defaultCategory'])
    }
  })
})
