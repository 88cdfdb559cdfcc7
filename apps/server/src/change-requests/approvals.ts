import { can } from '@incipit/access'
import { isReviewRequired } from '@incipit/library'
import {
  branchTypeRule,
  type ChangeType,
  countApprovals,
  type RequiredApprovals,
  requiredApprovals,
  type Verdict,
} from '@incipit/version-control'
import type { Queryable } from '../platform/database.ts'
import { MAIN } from '../versions/index.ts'
import type { ChangeRequestDeps } from './deps.ts'
import type { ReviewRow } from './discussion-store.ts'
import type { Standing } from './judgement-store.ts'
import type { Situation } from './situations.ts'

/** How a change request stands with its reviewers. */
export interface ApprovalState extends RequiredApprovals {
  readonly given: number
  /** Names of those who ask for changes. */
  readonly changesRequestedBy: readonly string[]
  /** People whose change it is: they cannot approve. */
  readonly writers: ReadonlySet<string>
  /** Change types of the commits that would be merged. */
  readonly changeTypes: readonly ChangeType[]
  /** Whether the prompt is archived, which takes no merges. */
  readonly archived: boolean
}

type People = ReadonlyMap<string, Standing>

/** The person who answers for an actor's deeds. */
const personOf = (people: People, id: string): string => people.get(id)?.person ?? id

/** Counts approvals: a constant number of statements for any number of change requests of a library. */
export function createApprovals({
  db,
  discussion,
  judgement,
  taxonomy,
  clock,
}: Pick<ChangeRequestDeps, 'db' | 'discussion' | 'judgement' | 'taxonomy' | 'clock'>) {
  return async function approvalsOf(
    libraryId: string,
    situations: readonly Situation[],
    q: Queryable = db,
  ): Promise<Map<string, ApprovalState>> {
    if (situations.length === 0) return new Map()
    const promptIds = [...new Set(situations.map(({ request }) => request.promptId))]
    const reviews = await discussion.reviewsOf(
      q,
      libraryId,
      situations.map(({ request }) => request.id),
    )
    const commits = await judgement.authorsOf(q, libraryId, promptIds, [
      ...new Set(situations.flatMap(({ ahead }) => ahead)),
    ])
    const people = await judgement.standings(
      q,
      libraryId,
      [
        ...new Set([
          ...reviews.map(({ authorId }) => authorId),
          ...commits.map(({ authorId }) => authorId),
          ...situations.map(({ request }) => request.authorId),
        ]),
      ],
      clock.now(),
    )
    const setting = await judgement.setting(q, libraryId)
    const settings = await taxonomy.categorySettings(q, libraryId)
    const prompts = await judgement.promptsOf(q, libraryId, promptIds)
    const reviewsByRequest = Map.groupBy(reviews, ({ changeRequestId }) => changeRequestId)
    const authorsByCommit = Map.groupBy(commits, ({ promptId, commitId }) => `${promptId} ${commitId}`)

    return new Map(
      situations.map((situation): [string, ApprovalState] => {
        const { request, target } = situation
        const written = situation.ahead.flatMap(
          (id) => authorsByCommit.get(`${request.promptId} ${id}`) ?? [],
        )
        const writers = new Set(
          [request.authorId, ...written.map(({ authorId }) => authorId)].map((id) => personOf(people, id)),
        )
        const changeTypes = [...new Set(written.map(({ changeType }) => changeType))]
        const prompt = prompts.get(request.promptId)!
        return [
          request.id,
          {
            ...requiredApprovals({
              setting,
              target: {
                name: target.name,
                isMain: target.name === MAIN,
                approvalRequired: branchTypeRule(target.type)?.approvalRequired ?? false,
                protected: target.protected,
              },
              category: {
                name: prompt.category,
                reviewRequired: isReviewRequired(settings, prompt.category),
              },
              changeTypes,
            }),
            ...judged(reviewsByRequest.get(request.id) ?? [], people, situation.head, writers),
            writers,
            changeTypes,
            archived: prompt.status === 'archived',
          },
        ]
      }),
    )
  }
}

/** What the reviews of one change request come to. */
function judged(
  reviews: readonly ReviewRow[],
  people: People,
  head: string | null,
  writers: ReadonlySet<string>,
) {
  const reviewers = new Set(
    reviews.flatMap(({ authorId }) => {
      const standing = people.get(authorId)
      return standing?.subject && can(standing.subject, 'review.approve') ? [standing.person] : []
    }),
  )
  const { approvedBy, changesRequestedBy } = countApprovals({
    reviews: reviews.map(({ authorId, verdict, commitId }) => ({
      by: personOf(people, authorId),
      verdict: verdict as Verdict,
      commit: commitId,
    })),
    head,
    writers,
    mayReview: (person) => reviewers.has(person),
  })
  const nameOf = new Map(reviews.map((review) => [personOf(people, review.authorId), review.authorName]))
  return {
    given: approvedBy.length,
    changesRequestedBy: changesRequestedBy.map((person) => nameOf.get(person)!),
  }
}
