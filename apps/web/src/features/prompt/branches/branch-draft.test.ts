import { describe, expect, it } from 'vitest'
import {
  type BranchDraft,
  fullName,
  nameProblem,
  prefixOf,
  restOf,
  typesToOpen,
  withTyped,
} from './branch-draft.ts'

const feature = (rest: string): BranchDraft => ({ type: 'FEATURE', rest })

describe('a new branch', () => {
  it('is called by the prefix of its type', () => {
    expect(fullName(feature('warm-tone'))).toBe('feature/warm-tone')
    expect(fullName({ type: 'HOTFIX', rest: 'typo' })).toBe('hotfix/typo')
    expect(fullName({ type: 'STAGING', rest: 'ignored' })).toBe('staging')
    expect(restOf({ type: 'RELEASE', name: 'release/spring' })).toBe('spring')
    expect(prefixOf('MAIN')).toBe('')
  })

  it('takes its name as people type it', () => {
    expect(withTyped(feature(''), 'Warm tone')).toEqual(feature('warm-tone'))
    expect(withTyped(feature(''), 'warm_ ')).toEqual(feature('warm-'))
  })

  it('takes its type from a whole name pasted in', () => {
    expect(withTyped(feature(''), 'hotfix/typo')).toEqual({ type: 'HOTFIX', rest: 'typo' })
    expect(withTyped(feature(''), 'feature/a/b')).toEqual(feature('a/b'))
  })

  it('may not take the name of another, nor one that breaks the rules', () => {
    expect(nameProblem(feature('tone'), ['main'])).toBeNull()
    expect(nameProblem(feature('tone'), ['main', 'feature/tone'])).toContain(
      'There is a branch feature/tone already',
    )
    expect(nameProblem(feature(''), [])).toEqual(expect.any(String))
    expect(nameProblem(feature('Tone!'), [])).toEqual(expect.any(String))
  })

  it('is staging only once', () => {
    expect(typesToOpen(['main'])).toContain('STAGING')
    expect(typesToOpen(['main', 'staging'])).not.toContain('STAGING')
    expect(typesToOpen([])).not.toContain('MAIN')
  })
})
