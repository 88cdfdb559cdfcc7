import type { Queryable } from '../platform/database.ts'
import { createCommentService } from './comment-service.ts'
import type { ChangeRequestDeps } from './deps.ts'
import { createDiscussionStore } from './discussion-store.ts'
import { createJudgementStore } from './judgement-store.ts'
import { createListService } from './list-service.ts'
import { createMergeService } from './merge-service.ts'
import { createMergeability } from './mergeability.ts'
import { createChangeReader } from './reader.ts'
import { createRequestService } from './request-service.ts'
import { createReviewService } from './review-service.ts'
import { createChangeRequestStore } from './store.ts'

export type { CommentRow, ReviewRow } from './discussion-store.ts'
export type { JudgedRequest } from './reader.ts'
export type { ChangeRequestRow } from './store.ts'

/** Change requests: asking for merges, reviewing, talking about them, and merging. */
export function createChangeRequests(given: Omit<ChangeRequestDeps, 'store' | 'discussion' | 'judgement'>) {
  const deps: ChangeRequestDeps = {
    ...given,
    store: createChangeRequestStore(given.db),
    discussion: createDiscussionStore(given.db),
    judgement: createJudgementStore(),
  }
  const { db, store, discussion, judgement, clock } = deps
  const reader = createChangeReader(deps)
  return {
    ...createRequestService(deps),
    ...createReviewService(deps, reader),
    ...createCommentService(deps, reader),
    ...createMergeService(deps, reader),
    ...createListService(deps, reader),
    personOf: reader.personOf,
    /** People who wrote commits of a prompt; keys count as who made them. */
    async writersOf(q: Queryable, libraryId: string, promptId: string, commitIds: readonly string[]) {
      const written = await judgement.authorsOf(q, libraryId, [promptId], commitIds)
      const ids = [...new Set(written.map(({ authorId }) => authorId))]
      const standings = await judgement.standings(q, libraryId, ids, clock.now())
      return new Set(ids.map((id) => standings.get(id)?.person ?? id))
    },
    mergeabilitiesOf: createMergeability(deps),
    judgedRequests: reader.judgedRequests,
    situationsOf: reader.situationsOf,
    contentsOf: reader.contentsOf,
    find: (libraryId: string, ids: readonly string[]) => store.find(db, libraryId, ids),
    findByNumber: store.findByNumber,
    mergedAs: store.mergedAs,
    openFrom: (libraryId: string, branchIds: readonly string[]) => store.openFrom(db, libraryId, branchIds),
    reviewsOf: (libraryId: string, ids: readonly string[]) => discussion.reviewsOf(db, libraryId, ids),
    findReviews: discussion.findReviews,
    commentsOf: (libraryId: string, ids: readonly string[]) => discussion.commentsOf(db, libraryId, ids),
    findComments: (libraryId: string, ids: readonly string[]) => discussion.findComments(db, libraryId, ids),
  }
}

export type ChangeRequestService = ReturnType<typeof createChangeRequests>
