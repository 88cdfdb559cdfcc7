import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CATEGORIES } from './categories.ts'
import { isReviewRequired, libraryCategories } from './library-categories.ts'

const silent = { description: null, owner: null, reviewRequired: null }

describe('categories of a library', () => {
  it('are those of the taxonomy where the library says nothing', () => {
    const expected = CATEGORIES.map((category) => ({ ...category, description: category.meaning }))
    expect(libraryCategories([])).toEqual(expected)
    expect(libraryCategories([{ category: 'tasks', ...silent }])).toEqual(expected)
  })

  it('take what the library says, field by field', () => {
    const [tasks] = libraryCategories([
      { category: 'tasks', description: 'Ours', owner: null, reviewRequired: true },
    ]).filter(({ name }) => name === 'tasks')
    expect(tasks).toMatchObject({ description: 'Ours', owner: 'engineering-team', reviewRequired: true })
  })

  it('need a review exactly where the library, or else the taxonomy, says so', () => {
    const setting = fc.record({
      category: fc.constantFrom(...CATEGORIES.map(({ name }) => name), 'elsewhere'),
      reviewRequired: fc.option(fc.boolean()),
    })
    fc.assert(
      fc.property(
        fc.uniqueArray(setting, { selector: ({ category }) => category }),
        fc.constantFrom(...CATEGORIES),
        (settings, category) => {
          const own = settings.find((entry) => entry.category === category.name)?.reviewRequired
          const rows = settings.map((entry) => ({ ...silent, ...entry }))
          expect(isReviewRequired(rows, category.name)).toBe(own ?? category.reviewRequired)
        },
      ),
    )
    expect(isReviewRequired([{ category: 'elsewhere', ...silent, reviewRequired: true }], 'elsewhere')).toBe(
      false,
    )
  })
})
