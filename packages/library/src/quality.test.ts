import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QUALITY_CHECKS, type QualityFacts, qualityOf } from './quality.ts'

const good: QualityFacts = {
  description: 'Sorts tickets.',
  owner: 'support-team',
  tagCount: 1,
  isCommitted: true,
  isStale: false,
  errorCount: 0,
  warningCount: 0,
  inputCount: 2,
  describedInputCount: 2,
  exampledInputCount: 2,
  tokenCount: 4000,
  tokenLimit: 4000,
}

const failing = (facts: Partial<QualityFacts>) =>
  qualityOf({ ...good, ...facts })
    .checks.filter(({ ok }) => !ok)
    .map(({ name }) => name)

describe('quality', () => {
  it('is full where everything is as it should be', () => {
    expect(qualityOf(good)).toMatchObject({ score: 1 })
    expect(failing({})).toEqual([])
  })

  it.each([
    [{ description: ' ' }, 'described'],
    [{ errorCount: 1 }, 'no-errors'],
    [{ warningCount: 2 }, 'no-warnings'],
    [{ describedInputCount: 1 }, 'inputs-described'],
    [{ exampledInputCount: 0 }, 'inputs-exampled'],
    [{ tokenCount: 4001 }, 'within-token-limit'],
    [{ owner: '' }, 'owned'],
    [{ tagCount: 0 }, 'tagged'],
    [{ isCommitted: false }, 'committed'],
    [{ isStale: true }, 'fresh'],
  ] as const)('%o fails only %s', (facts, name) => {
    expect(failing(facts)).toEqual([name])
  })

  it('does not count against a prompt what nobody counted, or what it does not have', () => {
    expect(failing({ tokenCount: null })).toEqual([])
    expect(failing({ inputCount: 0, describedInputCount: 0, exampledInputCount: 0 })).toEqual([])
  })

  it('is the share of the checks that hold, each told in a sentence', () => {
    const count = fc.nat(3)
    const facts = fc.record({
      description: fc.constantFrom('', 'x'),
      owner: fc.constantFrom('', 'x'),
      tagCount: count,
      isCommitted: fc.boolean(),
      isStale: fc.boolean(),
      errorCount: count,
      warningCount: count,
      inputCount: count,
      describedInputCount: count,
      exampledInputCount: count,
      tokenCount: fc.option(count),
      tokenLimit: count,
    })
    fc.assert(
      fc.property(facts, (facts) => {
        const { checks, score } = qualityOf(facts)
        expect(checks.map(({ name }) => name)).toEqual(QUALITY_CHECKS)
        expect(score).toBeCloseTo(checks.filter(({ ok }) => ok).length / QUALITY_CHECKS.length)
        for (const { message } of checks) expect(message).toMatch(/\.$/)
      }),
    )
  })
})
