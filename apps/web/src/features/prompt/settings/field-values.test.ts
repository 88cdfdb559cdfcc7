import { describe, expect, it } from 'vitest'
import { changedValues, fieldProblems } from './field-values.ts'
import type { CustomValue } from './metadata-query.ts'

const of = (key: string, value: string | null, field: Partial<CustomValue['field']> = {}): CustomValue => ({
  value,
  field: { id: key, key, label: key, kind: 'TEXT', options: [], required: false, description: '', ...field },
})

const VALUES = [
  of('risk', 'low', { kind: 'SELECT', options: ['low', 'high'] }),
  of('score', null, { kind: 'NUMBER' }),
  of('ticket', null, { required: true }),
]

describe('what is written in the fields of a library', () => {
  it('is sent where it was changed, and taken away where it was emptied', () => {
    const draft = new Map([
      ['risk', ''],
      ['score', '12'],
      ['ticket', ''],
    ])
    expect(changedValues(VALUES, draft)).toEqual([
      { key: 'risk', value: null },
      { key: 'score', value: '12' },
    ])
    expect(changedValues(VALUES, new Map([['risk', 'low']]))).toEqual([])
  })

  it('is judged by kind; what is required is asked for once something is changed', () => {
    expect(fieldProblems(VALUES, new Map([['risk', 'low']]))).toEqual(new Map())
    const problems = fieldProblems(
      VALUES,
      new Map([
        ['risk', 'middling'],
        ['score', 'much'],
      ]),
    )
    expect([...problems.keys()]).toEqual(['risk', 'score', 'ticket'])
    expect(problems.get('score')).toContain('number')
  })
})
