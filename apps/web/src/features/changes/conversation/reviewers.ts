import type { ChangeReview } from '../view/change-query.ts'

/** Where a reviewer stands. */
export interface ReviewerStanding {
  review: ChangeReview
  /** Whether it still counts: an approval counts for the head it saw only, a wish for changes until they judge again. */
  counts: boolean
}

/** Each reviewer's newest judgement, those that count first; who only commented comes last. */
export function reviewersOf(reviews: readonly ChangeReview[]): ReviewerStanding[] {
  const newest = new Map<string, ChangeReview>()
  for (const review of [...reviews].sort((a, b) => a.createdAt.localeCompare(b.createdAt))) {
    const known = newest.get(review.author.id)
    if (review.verdict === 'COMMENT' && known && known.verdict !== 'COMMENT') continue
    newest.set(review.author.id, review)
  }
  return [...newest.values()]
    .map((review) => ({ review, counts: review.verdict === 'REQUEST_CHANGES' || review.current }))
    .sort((a, b) => weight(b) - weight(a) || a.review.author.name.localeCompare(b.review.author.name))
}

function weight({ review, counts }: ReviewerStanding): number {
  if (review.verdict === 'COMMENT') return 0
  return counts ? 2 : 1
}
