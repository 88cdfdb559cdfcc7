import { VERDICTS, type Verdict } from '@incipit/version-control'
import { ActorType } from '../accounts/schema.ts'
import { builder, enumOf } from '../graphql/builder.ts'
import { commitKey } from '../graphql/loaders.ts'
import { findableAs, Node, nodeId } from '../graphql/node.ts'
import { CommitType } from '../versions/schema.ts'
import type { ReviewRow } from './discussion-store.ts'
import type { JudgedRequest } from './reader.ts'
import { authorOf } from './request-state.ts'
import { ChangeRequestType, ofFoundRequest } from './schema.ts'

export const VerdictEnum = enumOf('ReviewVerdict', VERDICTS, 'What a reviewer says of a change', {
  approve: 'It may be merged as it is',
  'request-changes': 'It may not be merged until its reviewer judges again',
  comment: 'Says something without judging',
})

const ApprovalsType = builder.objectRef<JudgedRequest>('Approvals').implement({
  description: 'How a change request stands with its reviewers',
  fields: (t) => ({
    required: t.int({
      description: 'Approvals it needs',
      resolve: ({ approvals }) => approvals.required,
    }),
    given: t.int({
      description: 'People who approve of the head as it is, may do so, and did not write any of it',
      resolve: ({ approvals }) => approvals.given,
    }),
    reasons: t.stringList({
      description: 'Why approvals are needed',
      resolve: ({ approvals }) => [...approvals.reasons],
    }),
    changesRequested: t.boolean({
      description: 'Somebody asks for changes',
      resolve: ({ approvals }) => approvals.changesRequestedBy.length > 0,
    }),
    viewerHindrance: t.string({
      nullable: true,
      description: 'Why you cannot approve; null where you can',
      resolve: ({ request, approvals }, _args, { features, caller }) =>
        features.changeRequests.hindrance(caller, request, approvals),
    }),
  }),
})

export const ReviewType = builder.objectRef<ReviewRow>('Review').implement({
  description: 'What somebody said of a change as a whole',
  interfaces: [Node],
  fields: (t) => ({
    author: t.field({ type: ActorType, description: 'Who reviewed', resolve: authorOf }),
    verdict: t.field({
      type: VerdictEnum,
      description: 'What they said',
      resolve: (row) => row.verdict as Verdict,
    }),
    body: t.exposeString('body', { description: 'Markdown, as typed; may be empty' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When' }),
    commit: t.field({
      type: CommitType,
      description: 'The head they looked at',
      resolve: async (row, _args, { loaders }) => {
        const { libraryId, changeRequestId } = row
        const request = await loaders.changeRequest.load({ libraryId, id: changeRequestId })
        return (await loaders.commit.load({ libraryId, id: commitKey(request!.promptId, row.commitId) }))!
      },
    }),
    current: t.boolean({
      description: 'Speaks of the head as it is; a new commit voids it',
      resolve: async (row, _args, { loaders }) => {
        const { libraryId, changeRequestId } = row
        const judged = await loaders.judgedRequest.load({ libraryId, id: changeRequestId })
        return judged!.situation.head === row.commitId
      },
    }),
  }),
})
nodeId(ReviewType, (row) => [row.libraryId, row.id])
findableAs('Review', 2, ([libraryId, id], { loaders }) =>
  ofFoundRequest(loaders, loaders.review.load({ libraryId: libraryId!, id: id! })),
)

builder.objectFields(ChangeRequestType, (t) => ({
  approvals: t.field({
    type: ApprovalsType,
    description: 'How it stands with its reviewers',
    resolve: async (row, _args, { loaders }) => (await loaders.judgedRequest.load(row))!,
  }),
  reviews: t.field({
    type: [ReviewType],
    extensions: { cost: 10 },
    description: 'What was said of it as a whole, oldest first; at most 500',
    resolve: async (row, _args, { loaders }) => (await loaders.changeReviews.load(row)) ?? [],
  }),
}))
