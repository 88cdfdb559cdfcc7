import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ApprovalsSpec, countApprovals } from './count-approvals.ts'
import { isVerdict, type ReviewGiven, standingVerdicts, VERDICTS, type Verdict } from './verdicts.ts'

const review = (by: string, verdict: Verdict, commit = 'head'): ReviewGiven => ({ by, verdict, commit })
const count = (reviews: readonly ReviewGiven[], spec: Partial<ApprovalsSpec> = {}) =>
  countApprovals({ reviews, head: 'head', writers: new Set(), mayReview: () => true, ...spec })

const person: fc.Arbitrary<string> = fc.constantFrom('ada', 'dev', 'mei', 'rosa')
const anyReview = fc.record({
  by: person,
  verdict: fc.constantFrom(...VERDICTS),
  commit: fc.constantFrom('old', 'head'),
})
const anySpec = fc.record({
  reviews: fc.array(anyReview, { maxLength: 12 }),
  head: fc.constantFrom('old', 'head', null),
  writers: fc.uniqueArray(person).map((people) => new Set(people)),
  reviewers: fc.uniqueArray(person).map((people) => new Set(people)),
})

describe('verdicts', () => {
  it('RV1: the newest judgement of a person stands; a comment judges nothing', () => {
    const reviews = [
      review('rosa', 'request-changes', 'old'),
      review('ada', 'approve'),
      review('rosa', 'comment'),
      review('rosa', 'approve'),
      review('rosa', 'comment'),
    ]
    expect(standingVerdicts(reviews)).toEqual([review('rosa', 'approve'), review('ada', 'approve')])
  })

  it('RV1: one judgement each, and it is the last one given', () => {
    fc.assert(
      fc.property(fc.array(anyReview), (reviews) => {
        const standing = standingVerdicts(reviews)
        expect(new Set(standing.map(({ by }) => by)).size).toBe(standing.length)
        for (const entry of standing) {
          expect(reviews.findLast(({ by, verdict }) => by === entry.by && verdict !== 'comment')).toBe(entry)
        }
      }),
    )
  })

  it('knows its own names', () => {
    expect([isVerdict('approve'), isVerdict('APPROVE'), isVerdict('__proto__')]).toEqual([true, false, false])
  })
})

describe('approvals', () => {
  it('RV2: a new commit voids them', () => {
    expect(count([review('rosa', 'approve', 'old')]).approvedBy).toEqual([])
    expect(count([review('rosa', 'approve', 'old'), review('rosa', 'approve')]).approvedBy).toEqual(['rosa'])
    expect(count([review('rosa', 'approve')], { head: null }).approvedBy).toEqual([])
  })

  it('RV3: a request for changes stands on any head until its person judges again', () => {
    const asked = review('rosa', 'request-changes', 'old')
    expect(count([asked, review('ada', 'approve')])).toEqual({
      approvedBy: ['ada'],
      changesRequestedBy: ['rosa'],
    })
    expect(count([asked, review('rosa', 'comment')]).changesRequestedBy).toEqual(['rosa'])
    expect(count([asked, review('rosa', 'approve')])).toEqual({
      approvedBy: ['rosa'],
      changesRequestedBy: [],
    })
  })

  it('RV4: nobody judges their own change', () => {
    const reviews = [review('dev', 'approve'), review('mei', 'request-changes'), review('rosa', 'approve')]
    expect(count(reviews, { writers: new Set(['dev', 'mei']) })).toEqual({
      approvedBy: ['rosa'],
      changesRequestedBy: [],
    })
  })

  it('RV5: judgements of people who may not review any more do not count', () => {
    const reviews = [review('rosa', 'approve'), review('ada', 'request-changes')]
    expect(count(reviews, { mayReview: () => false })).toEqual({ approvedBy: [], changesRequestedBy: [] })
  })

  it('RV4, RV5, RV6: whoever counts, counts once, is no writer and may review', () => {
    fc.assert(
      fc.property(anySpec, ({ reviewers, ...spec }) => {
        const { approvedBy, changesRequestedBy } = countApprovals({
          ...spec,
          mayReview: (name) => reviewers.has(name),
        })
        const counting = [...approvedBy, ...changesRequestedBy]
        expect(new Set(counting).size).toBe(counting.length)
        expect(counting.filter((name) => spec.writers.has(name) || !reviewers.has(name))).toEqual([])
        for (const name of approvedBy) {
          expect(spec.reviews).toContainEqual({ by: name, verdict: 'approve', commit: spec.head })
        }
      }),
    )
  })

  it('RV6: more writers or fewer reviewers never make more approvals', () => {
    fc.assert(
      fc.property(anySpec, person, ({ reviewers, ...spec }, name) => {
        const mayReview = (who: string) => reviewers.has(who)
        const before = countApprovals({ ...spec, mayReview }).approvedBy
        const writers = new Set([...spec.writers, name])
        const after = countApprovals({ ...spec, writers, mayReview }).approvedBy
        expect(after).toEqual(before.filter((who) => who !== name))
      }),
    )
  })
})
