import { describe, expect, it } from 'vitest'
import { ownCommits, proposedDescription, proposedTitle } from './proposed-words.ts'

const commit = (hash: string, message = hash) => ({ hash, message })

describe('ownCommits', () => {
  it('ends where the branch parted from others', () => {
    const commits = [commit('c'), commit('b'), commit('a')]
    expect(ownCommits(commits, ['a', undefined]).map(({ hash }) => hash)).toEqual(['c', 'b'])
    expect(ownCommits(commits, ['elsewhere'])).toHaveLength(3)
    expect(ownCommits(commits, ['c'])).toEqual([])
  })
})

describe('proposedTitle', () => {
  it('is the first line of the only commit', () => {
    expect(proposedTitle('feature/tone', [commit('a', 'Warmer greeting\n\nAs asked.')])).toBe(
      'Warmer greeting',
    )
  })

  it('is the branch as a phrase for several or none', () => {
    expect(proposedTitle('feature/warmer-tone', [commit('a'), commit('b')])).toBe('Warmer tone')
    expect(proposedTitle('release/2026/spring', [])).toBe('2026 spring')
    expect(proposedTitle('staging', [])).toBe('Staging')
  })

  it('is never longer than a title can be', () => {
    expect([...proposedTitle('feature/x', [commit('a', '😀'.repeat(300))])]).toHaveLength(200)
  })
})

describe('proposedDescription', () => {
  it('lists what the commits say, oldest first', () => {
    expect(proposedDescription([commit('b', 'Second\n\nmore'), commit('a', 'First')])).toBe(
      '- First\n- Second',
    )
  })

  it('is the rest of the only commit', () => {
    expect(proposedDescription([commit('a', 'Title\n\nWhy it was done.')])).toBe('Why it was done.')
    expect(proposedDescription([])).toBe('')
  })
})
