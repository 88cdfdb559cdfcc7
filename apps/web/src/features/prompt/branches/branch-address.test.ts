import { describe, expect, it } from 'vitest'
import { addressOnBranch, branchQuery, compareAddress } from './branch-address.ts'

const home = '/l/team/p/tasks-general-report'

describe('branchQuery', () => {
  it('names every branch but main, readably', () => {
    expect(branchQuery('main')).toBe('')
    expect(branchQuery('feature/warm-tone')).toBe('?branch=feature/warm-tone')
  })

  it('survives a name that is none', () => {
    const name = 'a&b=c#d e'
    expect(new URLSearchParams(branchQuery(name)).get('branch')).toBe(name)
  })
})

describe('addressOnBranch', () => {
  it('stays in the history and in the text, and leads to the text from elsewhere', () => {
    expect(addressOnBranch(home, home, 'staging')).toBe(`${home}?branch=staging`)
    expect(addressOnBranch(home, `${home}/history`, 'staging')).toBe(`${home}/history?branch=staging`)
    expect(addressOnBranch(home, `${home}/history`, 'main')).toBe(`${home}/history`)
    expect(addressOnBranch(home, `${home}/changelog`, 'staging')).toBe(`${home}/changelog?branch=staging`)
    expect(addressOnBranch(home, `${home}/settings`, 'staging')).toBe(`${home}?branch=staging`)
    expect(addressOnBranch(home, `${home}/commits/1.0.0`, 'main')).toBe(home)
  })
})

it('compareAddress keeps the names apart from the address', () => {
  expect(compareAddress(home, 'main', 'feature/tone')).toBe(`${home}/compare/main..feature%2Ftone`)
})
