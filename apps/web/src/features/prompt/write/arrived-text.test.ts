import { describe, expect, it } from 'vitest'
import { arrivalOf } from './arrived-text.ts'

const head = {
  id: 'c2',
  version: '1.1.0',
  shortHash: 'abcdef0',
  message: 'Warmer\n\nLonger story',
  changeType: 'FEATURE',
}
const move = {
  action: 'branch.merge',
  actor: { name: 'Rosa', user: { id: 'rosa' } },
  branch: { id: 'main', deletedAt: null, head },
}
const known = { branchId: 'main', head: { id: 'c1', version: '1.0.0', shortHash: '1234567' }, viewer: 'ada' }

describe('arrivalOf', () => {
  it('says who brought in what, and from where to where', () => {
    expect(arrivalOf(move, known)).toEqual({
      headId: 'c2',
      ref: '1.1.0',
      before: '1.0.0',
      text: 'Rosa brought in a change, 1.1.0: “Warmer”. It is in the text now; yours stays as you wrote it.',
    })
  })

  it('calls a rollback one', () => {
    const rollback = { ...move, branch: { ...move.branch, head: { ...head, changeType: 'ROLLBACK' } } }
    expect(arrivalOf(rollback, known)?.text).toContain('Rosa rolled back, 1.1.0')
  })

  it('shortens a long message, at a word', () => {
    const long = { ...move, branch: { ...move.branch, head: { ...head, message: 'word '.repeat(80) } } }
    expect(arrivalOf(long, known)?.text.length).toBeLessThan(250)
  })

  it('is silent about other branches, commits of the live text, one’s own doing, and what is known', () => {
    expect(arrivalOf({ ...move, branch: { ...move.branch, id: 'other' } }, known)).toBeNull()
    expect(arrivalOf({ ...move, action: 'commit.create' }, known)).toBeNull()
    expect(arrivalOf({ ...move, actor: { name: 'Ada', user: { id: 'ada' } } }, known)).toBeNull()
    expect(arrivalOf(move, { ...known, head })).toBeNull()
    expect(arrivalOf({ ...move, branch: { ...move.branch, head: null } }, known)).toBeNull()
  })
})
