import { type ReviewGiven, standingVerdicts } from './verdicts.ts'

/** What {@link countApprovals} looks at. */
export interface ApprovalsSpec {
  /** Every review of the change request, oldest first. */
  readonly reviews: readonly ReviewGiven[]
  /** Head of the source as it is now; `null` when it has no commit. */
  readonly head: string | null
  /** Everybody whose change it is: who opened the change request, and every author of its commits. */
  readonly writers: ReadonlySet<string>
  /** Whether somebody may approve changes here at this moment. */
  readonly mayReview: (person: string) => boolean
}

/** How a change request stands with its reviewers. */
export interface ApprovalCount {
  /** Who approves of the head as it is. */
  readonly approvedBy: readonly string[]
  /** Who asks for changes, on whatever head. */
  readonly changesRequestedBy: readonly string[]
}

/**
 * Whose judgements count, and what they say. A judgement counts while its person may review and is none of the writers (four-eyes),
 * so that nobody is left waiting for somebody who cannot judge any more. Approvals are bound to the head they saw.
 */
export function countApprovals({ reviews, head, writers, mayReview }: ApprovalsSpec): ApprovalCount {
  const counting = standingVerdicts(reviews).filter(({ by }) => !writers.has(by) && mayReview(by))
  return {
    approvedBy: counting
      .filter(({ verdict, commit }) => verdict === 'approve' && commit === head)
      .map(({ by }) => by),
    changesRequestedBy: counting.filter(({ verdict }) => verdict === 'request-changes').map(({ by }) => by),
  }
}
