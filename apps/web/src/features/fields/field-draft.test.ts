import { describe, expect, it } from 'vitest'
import { draftOf, draftProblems, keyOf, toFieldInput } from './field-draft.ts'

const draft = (fields: Partial<ReturnType<typeof draftOf>>) => ({ ...draftOf(null), ...fields })

describe('a field in the making', () => {
  it('has a key made from its label until one is written', () => {
    expect(keyOf(draft({ label: 'Risk level' }))).toBe('risk-level')
    expect(keyOf(draft({ label: 'Risk level', key: 'risk' }))).toBe('risk')
    expect(keyOf(draft({ label: `${'word '.repeat(20)}` })).length).toBeLessThanOrEqual(40)
  })

  it('has nothing to complain about while it is empty, and says what is wrong afterwards', () => {
    expect(draftProblems(draft({}))).toEqual({})
    expect(draftProblems(draft({ label: 'Risk', key: 'Risk Level' })).key).toContain('small letter')
    expect(draftProblems(draft({ label: 'Risk', kind: 'SELECT' })).options).toBeDefined()
  })

  it('sends options of a select only', () => {
    expect(toFieldInput(draft({ label: ' Risk ', kind: 'NUMBER', options: ['low'] }))).toEqual({
      key: 'risk',
      label: 'Risk',
      kind: 'NUMBER',
      options: [],
      required: false,
      description: '',
    })
    expect(toFieldInput(draft({ label: 'Risk', kind: 'SELECT', options: ['low'] })).options).toEqual(['low'])
  })
})
