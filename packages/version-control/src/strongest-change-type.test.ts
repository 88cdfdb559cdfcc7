import { describe, expect, it } from 'vitest'
import { CHANGE_TYPES, type ChangeType } from './change-type.ts'
import { strongestChangeType } from './strongest-change-type.ts'

describe('the strongest change type', () => {
  it('CT4: goes by the effect on the version, then by the order of the table', () => {
    const left: ChangeType[] = CHANGE_TYPES.map(({ type }) => type).reverse()
    const order: ChangeType[] = []
    for (let next = strongestChangeType(left); next; next = strongestChangeType(left)) {
      order.push(next)
      left.splice(left.indexOf(next), 1)
    }
    expect(order.join(' ')).toBe(
      'breaking feature performance deprecation fix refactor security rollback hotfix docs',
    )
  })

  it('CT4: is nothing of nothing', () => {
    expect(strongestChangeType([])).toBeNull()
    expect(strongestChangeType(['docs', 'docs'])).toBe('docs')
  })
})
