import { describe, expect, it } from 'vitest'
import { reviewHindrance } from './review-hindrance.ts'

const free = { body: '', viewerHindrance: null, stale: false }

describe('reviewHindrance', () => {
  it('lets an approval go without a word, but no wish and no comment', () => {
    expect(reviewHindrance({ ...free, verdict: 'APPROVE' })).toBeNull()
    expect(reviewHindrance({ ...free, verdict: 'REQUEST_CHANGES' })).toMatch(/what has to change/)
    expect(reviewHindrance({ ...free, verdict: 'COMMENT', body: ' ' })).toMatch(/want to say/)
    expect(reviewHindrance({ ...free, verdict: 'REQUEST_CHANGES', body: 'Shorter' })).toBeNull()
  })

  it('says why somebody cannot judge; commenting is free', () => {
    const own = { ...free, body: 'Words', viewerHindrance: 'You wrote part of this change.' }
    expect(reviewHindrance({ ...own, verdict: 'APPROVE' })).toBe(own.viewerHindrance)
    expect(reviewHindrance({ ...own, verdict: 'REQUEST_CHANGES' })).toBe(own.viewerHindrance)
    expect(reviewHindrance({ ...own, verdict: 'COMMENT' })).toBeNull()
  })

  it('takes no review of what is no longer the newest', () => {
    expect(reviewHindrance({ ...free, verdict: 'APPROVE', stale: true })).toMatch(/newer commits/)
  })
})
