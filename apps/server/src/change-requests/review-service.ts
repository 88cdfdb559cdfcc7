import type { Verdict } from '@incipit/version-control'
import { actorRef } from '../accounts/index.ts'
import { authorize, type Caller } from '../libraries/index.ts'
import {
  ConflictError,
  DomainError,
  ForbiddenError,
  NotFoundError,
  ValidationError,
} from '../platform/errors.ts'
import { parseInput } from '../platform/input.ts'
import type { ApprovalState } from './approvals.ts'
import type { ChangeRequestDeps } from './deps.ts'
import type { ReviewRow } from './discussion-store.ts'
import type { ChangeReader } from './reader.ts'
import { MOST_REMARKS, reviewBody } from './request-input.ts'
import type { RequestKey } from './request-service.ts'
import { assertOpen, authoredBy, requestDetails, requestSubject } from './request-state.ts'
import type { ChangeRequestRow } from './store.ts'

export interface NewReview extends RequestKey {
  readonly verdict: Verdict
  readonly body: string
  /** The head that was looked at. */
  readonly headCommit: string
}

/** Judging changes. */
export function createReviewService(deps: ChangeRequestDeps, reader: ChangeReader) {
  const { store, discussion, changes, clock, newId } = deps

  /** Why the caller cannot judge a change request; null where they can. */
  async function hindrance(
    caller: Caller,
    request: ChangeRequestRow,
    state: Pick<ApprovalState, 'writers'>,
  ): Promise<string | null> {
    try {
      const actor = await authorize(caller, request.libraryId, 'review.approve', 'The change request')
      if (request.status !== 'open') return `#${request.number} is ${request.status}; reviews have ended.`
      const person = await reader.personOf(caller, request.libraryId)
      if (person === null || !state.writers.has(person)) return null
      if (person !== actor.id) {
        return 'The person who made this API key wrote part of this change, and nobody approves their own. Ask somebody else.'
      }
      return request.authorId === person
        ? 'You opened this change request, and nobody approves their own change. Ask somebody else.'
        : 'You wrote part of this change, and nobody approves their own. Ask somebody else.'
    } catch (error) {
      if (error instanceof DomainError) return error.message
      throw error
    }
  }

  async function assertMayJudge(caller: Caller, key: RequestKey): Promise<void> {
    const { request, approvals } = await reader.judged(key)
    assertOpen(request, 'reviews have ended')
    const why = await hindrance(caller, request, approvals)
    if (why !== null) throw new ForbiddenError(why)
  }

  return {
    hindrance,

    async review(
      caller: Caller,
      input: NewReview,
    ): Promise<{ review: ReviewRow; changeRequest: ChangeRequestRow }> {
      const { libraryId, id, verdict, headCommit } = input
      const action = verdict === 'comment' ? 'change.comment' : 'review.approve'
      const actor = await authorize(caller, libraryId, action, 'The change request')
      const body = parseInput(reviewBody, input.body)
      if (verdict === 'comment' && body.trim() === '') {
        throw ValidationError.of('body', 'The review is empty. Write what you want to say.')
      }
      if (verdict !== 'comment') await assertMayJudge(caller, input)
      return changes.run(libraryId, actor, async (tx, note) => {
        const before = await store.lock(tx, libraryId, id)
        if (!before) throw new NotFoundError('The change request')
        assertOpen(before, 'reviews have ended')
        const [entry] = await store.withBranches(tx, libraryId, [id])
        assertHead(before, entry!.source, headCommit)
        if ((await discussion.countReviews(tx, libraryId, id)) >= MOST_REMARKS) {
          throw new ConflictError(
            `A change request has at most ${MOST_REMARKS} reviews, and this one has them.`,
          )
        }
        const review: ReviewRow = {
          libraryId,
          id: newId(),
          changeRequestId: id,
          verdict,
          body,
          commitId: headCommit,
          ...authoredBy(actorRef(actor)),
          createdAt: clock.now(),
        }
        await discussion.insertReview(tx, review)
        const changeRequest = await store.update(tx, before, { updatedAt: clock.now() })
        note({
          action: 'review.create',
          subject: requestSubject(before),
          after: { verdict, body, commit: headCommit },
          details: { ...requestDetails(before), verdict, commit: headCommit },
          promptId: before.promptId,
        })
        return { review, changeRequest }
      })
    },
  }
}

/** @throws ConflictError naming the head when it is not the one somebody looked at */
export function assertHead(
  request: ChangeRequestRow,
  source: { readonly name: string; readonly headCommitId: string | null },
  seen: string,
): void {
  const { headCommitId } = source
  if (headCommitId === seen) return
  throw new ConflictError(
    `${source.name} moved meanwhile: its head is now ${headCommitId?.slice(0, 7) ?? 'nothing'}. Look at the new commits, then go on from there.`,
    headCommitId === null
      ? null
      : { libraryId: request.libraryId, promptId: request.promptId, commitId: headCommitId },
  )
}
