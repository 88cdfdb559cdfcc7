import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHANGE_TYPES, type ChangeType, changeTypeOf } from './change-type.ts'
import { mergeChangeType } from './merge-change-type.ts'

const anyType = fc.constantFrom(...CHANGE_TYPES.map(({ type }): ChangeType => type))
const EFFECTS = ['none', 'patch', 'minor', 'major']
const strength = (type: ChangeType) => EFFECTS.indexOf(changeTypeOf(type)!.effect)

describe('the change type of a merge', () => {
  it('CT5: is what the commits are, unless the texts show more', () => {
    expect(mergeChangeType('fix', ['security'])).toBe('security')
    expect(mergeChangeType('fix', ['fix', 'security', 'hotfix'])).toBe('security')
    expect(mergeChangeType('fix', ['docs'])).toBe('fix')
    expect(mergeChangeType('breaking', ['feature', 'fix'])).toBe('breaking')
    expect(mergeChangeType('feature', ['deprecation'])).toBe('deprecation')
    expect(mergeChangeType('docs', ['fix', 'feature'])).toBe('feature')
    expect(mergeChangeType('docs', [])).toBe('docs')
  })

  it('CT5: moves the version as much as the strongest of all', () => {
    fc.assert(
      fc.property(anyType, fc.array(anyType), (shown, committed) => {
        const type = mergeChangeType(shown, committed)
        expect([shown, ...committed]).toContain(type)
        expect(strength(type)).toBe(Math.max(...[shown, ...committed].map(strength)))
      }),
    )
  })
})
