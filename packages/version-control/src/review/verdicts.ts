/** What a reviewer can say of a change; a `comment` says something without judging. */
export const VERDICTS = ['approve', 'request-changes', 'comment'] as const

/** One of {@link VERDICTS}. */
export type Verdict = (typeof VERDICTS)[number]

/** A review as the rules need it. */
export interface ReviewGiven {
  /** The person who answers for it; a program's reviews are those of the person who made its key. */
  readonly by: string
  readonly verdict: Verdict
  /** The head of the source that was looked at. */
  readonly commit: string
}

/** Whether a text from outside (a column, an argument) names a verdict. */
export function isVerdict(text: string): text is Verdict {
  return (VERDICTS as readonly string[]).includes(text)
}

/**
 * Each person's newest judgement, in the order in which they first judged. Comments judge nothing and leave earlier judgements as they are.
 *
 * @param reviews oldest first
 */
export function standingVerdicts(reviews: readonly ReviewGiven[]): ReviewGiven[] {
  const newest = new Map<string, ReviewGiven>()
  for (const review of reviews) if (review.verdict !== 'comment') newest.set(review.by, review)
  return [...newest.values()]
}
