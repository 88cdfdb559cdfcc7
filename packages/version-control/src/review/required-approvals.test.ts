import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHANGE_TYPES, type ChangeType } from '../change-type.ts'
import { type RequiredApprovalsSpec, requiredApprovals } from './required-approvals.ts'

const plain: RequiredApprovalsSpec = {
  setting: 2,
  target: { name: 'feature/x', isMain: false, approvalRequired: false, protected: false },
  category: { name: 'tasks', reviewRequired: false },
  changeTypes: ['fix', 'docs'],
}
const main = { ...plain.target, name: 'main', isMain: true }

const anySpec: fc.Arbitrary<RequiredApprovalsSpec> = fc.record({
  setting: fc.integer({ min: 1, max: 10 }),
  target: fc.record({
    name: fc.constant('main'),
    isMain: fc.boolean(),
    approvalRequired: fc.boolean(),
    protected: fc.boolean(),
  }),
  category: fc.record({ name: fc.constant('agents'), reviewRequired: fc.boolean() }),
  changeTypes: fc.array(fc.constantFrom(...CHANGE_TYPES.map(({ type }): ChangeType => type))),
})

describe('required approvals', () => {
  it('RV7: none where nothing asks for them', () => {
    expect(requiredApprovals(plain)).toEqual({ required: 0, reasons: [] })
  })

  it.each([
    ['the type of the target', { ...plain, target: { ...plain.target, approvalRequired: true } }],
    ['a protected target', { ...plain, target: { ...plain.target, protected: true } }],
    [
      'a category that needs a review',
      { ...plain, target: main, category: { name: 'agents', reviewRequired: true } },
    ],
    [
      'a change that needs a review',
      { ...plain, target: main, changeTypes: ['fix', 'breaking', 'breaking'] as const },
    ],
  ])('RV7: %s asks for as many as the library says', (_, spec) => {
    const { required, reasons } = requiredApprovals(spec)
    expect(required).toBe(2)
    expect(reasons).toHaveLength(1)
  })

  it('RV7: category and change types speak of main alone', () => {
    const spec = {
      ...plain,
      category: { name: 'agents', reviewRequired: true },
      changeTypes: ['breaking'] as const,
    }
    expect(requiredApprovals(spec).required).toBe(0)
  })

  it('RV7: the setting or none, with a reason exactly when it is the setting', () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        const { required, reasons } = requiredApprovals(spec)
        expect(required).toBe(reasons.length > 0 ? spec.setting : 0)
      }),
    )
  })

  it.each([0, -1, 1.5, Number.NaN])('a setting of %s is misuse', (setting) => {
    expect(() => requiredApprovals({ ...plain, setting })).toThrow(RangeError)
  })
})
