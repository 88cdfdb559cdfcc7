import { checkBranchName } from '@incipit/version-control'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prefixOf } from '../branches/branch-draft.ts'
import { findBranches } from './found-branches.ts'

const all = ['main', 'staging', 'feature/tone', 'feature/warm-tone', 'hotfix/tone-typo', 'release/stone'].map(
  (name) => ({ name }),
)
const names = (search: string) => findBranches(all, search).branches.map(({ name }) => name)

describe('findBranches', () => {
  it('keeps the order where nothing is searched', () => {
    expect(findBranches(all, ' ')).toEqual({ branches: all, create: null })
  })

  it('puts the branch meant before those that only hold the word', () => {
    expect(names('tone')).toEqual(['feature/tone', 'hotfix/tone-typo', 'feature/warm-tone', 'release/stone'])
    expect(names('feature warm')).toEqual(['feature/warm-tone'])
    expect(names('MAIN')).toEqual(['main'])
  })

  it('offers to open what is not there, as a feature or by its prefix', () => {
    expect(findBranches(all, 'Shorter greeting').create).toEqual({
      type: 'FEATURE',
      rest: 'shorter-greeting',
    })
    expect(findBranches(all, 'hotfix/date').create).toEqual({ type: 'HOTFIX', rest: 'date' })
  })

  it('does not offer what is there', () => {
    expect(findBranches(all, 'feature/tone').create).toBeNull()
    expect(findBranches(all, 'tone').create).toBeNull()
    expect(findBranches(all, '!!').create).toBeNull()
  })

  it('makes a good name of every search that holds a letter', () => {
    const unit = fc.constantFrom('a', 'b1', ' ', '-', '/', '_', 'É', '!')
    fc.assert(
      fc.property(fc.string({ maxLength: 30, unit }), (search) => {
        const { create } = findBranches(all, search)
        expect(create !== null).toBe(/[a-z0-9]/.test(search))
        if (create) expect(checkBranchName(prefixOf(create.type) + create.rest)).toBeNull()
      }),
    )
  })
})
