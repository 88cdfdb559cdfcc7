import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barLengths, distanceText, lossesOf, mergesIntoText, namesOf } from './branch-words.ts'

const nothing = { changed: false, changes: 0, contributors: [] }

describe('mergesIntoText', () => {
  it('says where a branch of each type ends', () => {
    expect(mergesIntoText('FEATURE', ['main'])).toBe('merges into main')
    expect(mergesIntoText('FEATURE', ['main', 'staging'])).toBe('merges into staging')
    expect(mergesIntoText('HOTFIX', ['main', 'staging'])).toBe('merges into main')
    expect(mergesIntoText('EXPERIMENT', ['main'])).toBe('merges into nothing')
  })
})

describe('distanceText', () => {
  it('says how far ahead and behind', () => {
    expect(distanceText(0, 0, 'main')).toBe('Even with main')
    expect(distanceText(1, 0, 'main')).toBe('1 commit ahead of main')
    expect(distanceText(0, 3, 'staging')).toBe('3 commits behind staging')
    expect(distanceText(2, 1, 'main')).toBe('2 commits ahead of main, 1 behind')
  })
})

describe('barLengths', () => {
  it('are nothing for nothing, whole for the longest, seen in between, and grow with the count', () => {
    expect(barLengths({ ahead: 0, behind: 0 }, 0)).toEqual({ ahead: 0, behind: 0 })
    fc.assert(
      fc.property(fc.nat(5_000), fc.nat(5_000), fc.nat(5_000), (a, b, more) => {
        const longest = Math.max(a, b, more)
        const { ahead, behind } = barLengths({ ahead: a, behind: b }, longest)
        for (const [count, length] of [
          [a, ahead],
          [b, behind],
        ] as const) {
          expect(length > 0).toBe(count > 0)
          expect(length).toBeLessThanOrEqual(100)
          if (count === longest && count > 0) expect(length).toBe(100)
        }
        if (a <= b) expect(ahead).toBeLessThanOrEqual(behind)
      }),
    )
  })
})

describe('lossesOf', () => {
  it('spells out commits, uncommitted text and people', () => {
    const losses = lossesOf({
      ahead: 3,
      target: 'main',
      uncommitted: { changed: true, changes: 2, contributors: [{ name: 'Ada' }] },
      editors: [{ name: 'Ada' }, { name: 'Dev' }],
    })
    expect(losses).toEqual([
      '3 commits that main does not have are on this branch alone.',
      '2 uncommitted changes by Ada in its live text.',
      'Ada and Dev have it open now and will be sent out.',
    ])
  })

  it('is empty for a branch that is merged, committed and left', () => {
    expect(lossesOf({ ahead: 0, target: 'main', uncommitted: nothing, editors: [] })).toEqual([])
  })
})

it('namesOf counts those beyond three', () => {
  const people = ['Ada', 'Dev', 'Rosa', 'Vera'].map((name) => ({ name }))
  expect([0, 1, 2, 3, 4].map((count) => namesOf(people.slice(0, count)))).toEqual([
    '',
    'Ada',
    'Ada and Dev',
    'Ada, Dev and Rosa',
    'Ada, Dev and 2 others',
  ])
})
