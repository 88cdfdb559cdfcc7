import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHANGE_TARGETS, mayTarget, targetTypes } from './change-targets.ts'
import { type MergeGateSpec, mergeGate } from './merge-gate.ts'

const ready: MergeGateSpec = {
  status: 'open',
  source: 'feature/x',
  target: 'main',
  archived: false,
  upToDate: false,
  conflicts: 0,
  approvals: { required: 2, given: 2, changesRequestedBy: [] },
}
const anySpec: fc.Arbitrary<MergeGateSpec> = fc.record({
  status: fc.constantFrom('open', 'open', 'open', 'merged', 'closed'),
  source: fc.constant('feature/x'),
  target: fc.constant('main'),
  archived: fc.boolean(),
  upToDate: fc.boolean(),
  conflicts: fc.nat({ max: 3 }),
  approvals: fc.record({
    required: fc.nat({ max: 3 }),
    given: fc.nat({ max: 3 }),
    changesRequestedBy: fc.subarray(['Ada', 'Rosa', 'Mei']),
  }),
})

describe('merge gate', () => {
  it.each([
    ['closed', { ...ready, status: 'closed' }, 'ended', 'Reopen it'],
    ['merged', { ...ready, status: 'merged' }, 'ended', 'is merged'],
    ['without commits', { ...ready, upToDate: true }, 'up-to-date', 'every commit of feature/x'],
    ['with conflicts', { ...ready, conflicts: 2 }, 'conflicts', 'in 2 places'],
    ['of an archived prompt', { ...ready, archived: true }, 'blocked', 'archived'],
    [
      'with too few approvals',
      { ...ready, approvals: { ...ready.approvals, given: 1 } },
      'blocked',
      'One approval is missing: 1 of 2',
    ],
    [
      'that somebody wants changed',
      { ...ready, approvals: { ...ready.approvals, changesRequestedBy: ['Ada', 'Mei', 'Rosa'] } },
      'blocked',
      'Ada, Mei and Rosa asked',
    ],
  ] as const)('RV11: one %s is not merged, and says why', (_, spec, state, words) => {
    const gate = mergeGate(spec)
    expect([gate.state, gate.reasons.length]).toEqual([state, 1])
    expect(gate.reasons[0]).toContain(words)
  })

  it('RV11: is ready exactly when nothing stands in the way, and then has no reasons', () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        const { status, upToDate, archived, conflicts, approvals } = spec
        const free =
          status === 'open' &&
          !upToDate &&
          !archived &&
          conflicts === 0 &&
          approvals.given >= approvals.required &&
          approvals.changesRequestedBy.length === 0
        const gate = mergeGate(spec)
        expect([gate.state === 'ready', gate.reasons.length === 0]).toEqual([free, free])
      }),
    )
  })

  it('RV11: says everything that is in the way at once', () => {
    const approvals = { required: 1, given: 0, changesRequestedBy: ['Rosa'] }
    expect(mergeGate({ ...ready, conflicts: 1, archived: true, approvals }).reasons).toHaveLength(4)
  })
})

describe('targets', () => {
  it('RV10: are what the type permits', () => {
    expect(CHANGE_TARGETS).toEqual({
      main: [],
      staging: ['main'],
      feature: ['staging', 'main', 'release'],
      hotfix: ['main'],
      release: ['main'],
      experiment: [],
    })
    expect([mayTarget('feature', 'release'), mayTarget('hotfix', 'staging')]).toEqual([true, false])
    expect([targetTypes('__proto__'), mayTarget('constructor', 'name')]).toEqual([[], false])
  })
})
