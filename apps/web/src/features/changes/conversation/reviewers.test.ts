import { describe, expect, it } from 'vitest'
import type { ChangeReview } from '../view/change-query.ts'
import { reviewersOf } from './reviewers.ts'

const review = (
  name: string,
  minute: number,
  verdict: ChangeReview['verdict'],
  current = true,
): ChangeReview => ({
  id: `${name}-${minute}`,
  verdict,
  body: '',
  createdAt: new Date(Date.UTC(2026, 2, 1, 9, minute)).toISOString(),
  current,
  author: { id: name, name, hue: 1 },
  commit: { id: 'c', hash: 'c', shortHash: 'c' },
})

const standing = (...reviews: ChangeReview[]) =>
  reviewersOf(reviews).map(({ review: { author, verdict }, counts }) => `${author.name} ${verdict} ${counts}`)

describe('reviewersOf', () => {
  it('takes the newest judgement of each, whatever they commented since', () => {
    expect(
      standing(
        review('Rosa', 3, 'COMMENT'),
        review('Rosa', 1, 'REQUEST_CHANGES'),
        review('Rosa', 2, 'APPROVE'),
      ),
    ).toEqual(['Rosa APPROVE true'])
  })

  it('no longer counts an approval of an earlier head, but a wish for changes', () => {
    expect(standing(review('Rosa', 1, 'APPROVE', false), review('Ada', 1, 'REQUEST_CHANGES', false))).toEqual(
      ['Ada REQUEST_CHANGES true', 'Rosa APPROVE false'],
    )
  })

  it('names who only commented last', () => {
    expect(standing(review('Ada', 1, 'COMMENT'), review('Rosa', 1, 'APPROVE'))).toEqual([
      'Rosa APPROVE true',
      'Ada COMMENT true',
    ])
  })
})
