import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  BRANCH_NAME_LENGTH,
  BRANCH_TYPES,
  branchTypeOf,
  branchTypeRule,
  checkBranchName,
  targetTypeOf,
} from './branch-type.ts'

const word = fc.string({ unit: fc.constantFrom(...'abcz019'), minLength: 1, maxLength: 6 })
const part = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('-'))
const goodName = fc
  .tuple(
    fc.constantFrom('feature/', 'hotfix/', 'release/', 'experiment/'),
    fc.array(part, { minLength: 1, maxLength: 3 }),
  )
  .map(([prefix, parts]) => prefix + parts.join('/'))
  .filter((name) => name.length <= BRANCH_NAME_LENGTH)

describe('branch types', () => {
  it('BT1: are those of the domain, with their prefixes, targets and approvals', () => {
    expect(
      BRANCH_TYPES.map(({ type, prefix, mergesInto, approvalRequired }) => [
        type,
        prefix,
        mergesInto,
        approvalRequired,
      ]),
    ).toEqual([
      ['main', null, null, true],
      ['staging', null, 'main', true],
      ['feature', 'feature/', 'staging', false],
      ['hotfix', 'hotfix/', 'main', false],
      ['release', 'release/', 'main', true],
      ['experiment', 'experiment/', null, false],
    ])
  })

  it('BT2: the prefix says the type; main and staging are themselves and nothing else', () => {
    expect(
      ['main', 'staging', 'feature/a', 'hotfix/a', 'release/1', 'experiment/x/y'].map(branchTypeOf),
    ).toEqual(['main', 'staging', 'feature', 'hotfix', 'release', 'experiment'])
    expect(['mainly', 'staging/a', 'feature', 'Feature/a', '', '__proto__'].map(branchTypeOf)).toEqual(
      Array(6).fill(null),
    )
    expect(branchTypeRule('toString')).toBeNull()
  })

  it('BT3: names are kebab-case parts after the prefix, at most 80 characters in all', () => {
    const bad = [
      'feature/',
      'feature/A',
      'feature/a--b',
      'feature/-a',
      'feature/a-',
      'feature/a//b',
      'feature/a/',
      'feature/ä',
      'feature/a b',
      'feature/a\n',
      'feature/../main',
      'topic/a',
      '',
      `feature/${'a'.repeat(BRANCH_NAME_LENGTH)}`,
    ]
    for (const name of bad)
      expect([name, checkBranchName(name)]).toEqual([name, expect.stringMatching(/\.$/)])
    expect(checkBranchName(`feature/${'a'.repeat(BRANCH_NAME_LENGTH - 8)}`)).toBeNull()
    expect([checkBranchName('main'), checkBranchName('staging')]).toEqual([null, null])
    fc.assert(fc.property(goodName, (name) => checkBranchName(name) === null))
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
        const name = `feature/${text}`
        if (checkBranchName(name) === null) expect(name).toMatch(/^feature\/[a-z0-9/-]+$/)
      }),
    )
  })

  it('BT4: a feature merges into staging, and into main where there is none; an experiment into nothing', () => {
    const types = BRANCH_TYPES.map(({ type }) => type)
    expect(types.map((type) => targetTypeOf(type, true))).toEqual([
      null,
      'main',
      'staging',
      'main',
      'main',
      null,
    ])
    expect(types.map((type) => targetTypeOf(type, false))).toEqual([
      null,
      'main',
      'main',
      'main',
      'main',
      null,
    ])
    expect(targetTypeOf('constructor', true)).toBeNull()
  })
})
