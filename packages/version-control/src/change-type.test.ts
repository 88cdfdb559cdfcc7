import { describe, expect, it } from 'vitest'
import { CHANGE_TYPES, changeTypeOf } from './change-type.ts'

describe('change types', () => {
  it('CT1, CT2, CT3: says of each type what the domain says', () => {
    const table = CHANGE_TYPES.map(({ type, effect, reviewRequired, changelogPrefix }) =>
      [type, effect, reviewRequired ? 'yes' : 'no', changelogPrefix].join(' | '),
    )
    expect(table).toEqual([
      'breaking | major | yes | BREAKING:',
      'feature | minor | no | Added:',
      'fix | patch | no | Fixed:',
      'docs | none | no | Docs:',
      'refactor | patch | no | Refactored:',
      'performance | minor | no | Perf:',
      'deprecation | minor | yes | Deprecated:',
      'security | patch | yes | Security:',
      'rollback | patch | no | Reverted:',
      'hotfix | patch | no | Hotfix:',
    ])
  })

  it('finds a type by name and nothing by any other', () => {
    expect(changeTypeOf('security')?.effect).toBe('patch')
    expect(changeTypeOf('Security')).toBeNull()
    expect(changeTypeOf('__proto__')).toBeNull()
  })
})
