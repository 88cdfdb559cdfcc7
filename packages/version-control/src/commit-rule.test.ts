import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BRANCH_TYPES } from './branch-type.ts'
import { CHANGE_TYPES } from './change-type.ts'
import { COMMIT_REMEDIES, type CommitRuleSpec, commitRule } from './commit-rule.ts'

const anySpec: fc.Arbitrary<CommitRuleSpec> = fc.record({
  branch: fc.record({
    name: fc.constant('a branch'),
    type: fc.constantFrom(...BRANCH_TYPES.map(({ type }) => type)),
    protected: fc.boolean(),
    hasHead: fc.boolean(),
  }),
  status: fc.constantFrom(
    { name: 'draft', editable: true },
    { name: 'deployed', editable: false },
    { name: 'archived', editable: false },
  ),
  category: fc.record({ name: fc.constant('tasks'), reviewRequired: fc.boolean() }),
  changeType: fc.constantFrom(...CHANGE_TYPES.map(({ type }) => type)),
  unresolved: fc.nat(3),
})

const free: CommitRuleSpec = {
  branch: { name: 'main', type: 'main', protected: false, hasHead: true },
  status: { name: 'draft', editable: true },
  category: { name: 'tasks', reviewRequired: false },
}
const agents = { name: 'agents', reviewRequired: true }
const deployed = { name: 'deployed', editable: false }
const ruling = (spec: Partial<CommitRuleSpec>) => commitRule({ ...free, ...spec })
const remedy = (spec: Partial<CommitRuleSpec>) => {
  const found = ruling(spec)
  return found.allowed ? null : found.remedy
}

describe('direct commits', () => {
  it('CR1: an archived prompt takes none, on any branch', () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        const found = commitRule({ ...spec, status: { name: 'archived', editable: false } })
        expect(found).toMatchObject({ allowed: false, remedy: 'restore' })
      }),
    )
  })

  it('CR2: conflicts in the live text come first, whatever else the branch allows', () => {
    expect(ruling({ unresolved: 1 })).toEqual({
      allowed: false,
      remedy: 'resolve',
      reason:
        'Changes met in one place of the live text of main, and nobody has settled it. Choose what stands there, then commit.',
    })
    const feature = { name: 'feature/a', type: 'feature', protected: false, hasHead: true } as const
    expect(remedy({ branch: feature, unresolved: 2 })).toBe('resolve')
  })

  it('CR3: a protected branch takes commits by change request only', () => {
    for (const { type } of BRANCH_TYPES)
      expect(remedy({ branch: { name: type, type, protected: true, hasHead: true } })).toBe('change-request')
  })

  it('CR4: main takes none while the status is not editable; a hotfix branch does', () => {
    expect(ruling({ status: deployed })).toMatchObject({
      remedy: 'hotfix-branch',
      reason: expect.stringContaining('deployed'),
    })
    const hotfix = { name: 'hotfix/a', type: 'hotfix', protected: false, hasHead: true } as const
    expect(remedy({ status: deployed, branch: hotfix })).toBeNull()
  })

  it('CR5: main takes none where the category or the change type needs a review', () => {
    expect(remedy({ category: agents })).toBe('change-request')
    expect(CHANGE_TYPES.filter(({ type }) => remedy({ changeType: type })).map(({ type }) => type)).toEqual([
      'breaking',
      'deprecation',
      'security',
    ])
    expect(remedy({})).toBeNull()
  })

  it('CR6: the first commit of a prompt has nothing to compare with, so that category and change type are not asked', () => {
    const branch = { ...free.branch, hasHead: false }
    expect(remedy({ branch, category: agents, changeType: 'breaking' })).toBeNull()
    expect(remedy({ branch, status: deployed })).toBe('hotfix-branch')
    expect(remedy({ branch: { ...branch, protected: true } })).toBe('change-request')
  })

  it('CR7: branches other than main ask neither for status, category nor change type', () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        if (spec.branch.type === 'main' || spec.branch.protected || spec.unresolved) return
        if (spec.status.name === 'archived') return
        expect(commitRule(spec)).toEqual({ allowed: true })
      }),
    )
  })

  it('CR8: every refusal says why and what to do instead', () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        const found = commitRule(spec)
        if (found.allowed) return
        expect(found.reason).toMatch(/^[A-Za-z].*\. [A-Z].*\.$/s)
        expect(COMMIT_REMEDIES).toContain(found.remedy)
      }),
    )
  })
})
