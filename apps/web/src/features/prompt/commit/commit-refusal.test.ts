import { describe, expect, it } from 'vitest'
import { commitRefusal } from './commit-refusal.ts'

const fine = {
  rule: { allowed: true, reason: null, remedy: null },
  branch: { name: 'main', type: 'MAIN' },
  hasHead: true,
  changeType: 'FIX',
} as const

describe('commitRefusal', () => {
  it('is none where the server allows it and the change type needs no review', () => {
    expect(commitRefusal(fine)).toBeNull()
  })

  it('says what the server says', () => {
    const rule = { allowed: false, reason: 'main is protected.', remedy: 'CHANGE_REQUEST' } as const
    expect(commitRefusal({ ...fine, rule })).toEqual({
      reason: 'main is protected.',
      remedy: 'CHANGE_REQUEST',
    })
  })

  it('asks for a change request as soon as a type that needs a review is chosen for main', () => {
    for (const changeType of ['BREAKING', 'DEPRECATION', 'SECURITY'])
      expect(commitRefusal({ ...fine, changeType })).toMatchObject({
        remedy: 'CHANGE_REQUEST',
        reason: expect.stringContaining(changeType.toLowerCase()),
      })
  })

  it('lets every type on other branches, and in the first version', () => {
    const feature = { name: 'feature/tone', type: 'FEATURE' }
    expect(commitRefusal({ ...fine, changeType: 'BREAKING', branch: feature })).toBeNull()
    expect(commitRefusal({ ...fine, changeType: 'BREAKING', hasHead: false })).toBeNull()
  })
})
