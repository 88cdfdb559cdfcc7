import type { ChangeType } from '@incipit/version-control'
import { builder, enumOf } from '../graphql/builder.ts'
import { failures } from '../graphql/errors.ts'
import { rowOf } from '../graphql/node.ts'
import type { CommitRow } from '../versions/index.ts'
import { ChangeTypeEnum, CommitType } from '../versions/schema.ts'
import type { ReviewRow } from './discussion-store.ts'
import { ReviewType, VerdictEnum } from './review-schema.ts'
import { ChangeRequestType } from './schema.ts'
import type { ChangeRequestRow } from './store.ts'

const keyOf = (id: string) => rowOf(id, 'ChangeRequest', 'The change request')

const CreateInput = builder.inputType('ChangeRequestCreateInput', {
  description: 'What to merge, where to, and why',
  fields: (t) => ({
    sourceBranchId: t.id({ required: true, description: 'The branch to be merged' }),
    targetBranchId: t.id({ description: 'Where absent: the branch it merges into by its type' }),
    title: t.string({ required: true, description: 'One line, 1 to 200 characters' }),
    description: t.string({ description: 'Markdown, at most 20,000 characters' }),
  }),
})
const EditInput = builder.inputType('ChangeRequestEditInput', {
  description: 'What to change; absent fields stay',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The change request' }),
    title: t.string({ description: 'One line, 1 to 200 characters' }),
    description: t.string({ description: 'Markdown, at most 20,000 characters' }),
  }),
})
const CloseInput = builder.inputType('ChangeRequestCloseInput', {
  description: 'What to close without merging',
  fields: (t) => ({ id: t.id({ required: true, description: 'The change request' }) }),
})
const ReopenInput = builder.inputType('ChangeRequestReopenInput', {
  description: 'What to open again',
  fields: (t) => ({ id: t.id({ required: true, description: 'The change request' }) }),
})
const ReviewInput = builder.inputType('ChangeRequestReviewInput', {
  description: 'What to say of a change as a whole',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The change request' }),
    verdict: t.field({ type: VerdictEnum, required: true, description: 'The judgement' }),
    body: t.string({ description: 'Markdown, at most 20,000 characters; needed for a mere comment' }),
    headCommit: t.string({
      required: true,
      description: 'Hash of the head you looked at; another is a conflict',
    }),
  }),
})
const MergeMethodEnum = enumOf('MergeMethod', ['merge', 'squash'], 'How a change request is merged', {
  merge: 'A commit with two parents',
  squash: 'One commit with all changes and all authors',
})
const MergeInput = builder.inputType('ChangeRequestMergeInput', {
  description: 'How to merge',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The change request' }),
    method: t.field({
      type: MergeMethodEnum,
      required: true,
      defaultValue: 'merge',
      description: 'With two parents, or as one commit',
    }),
    message: t.string({ description: 'Where absent: what is merged where, or the title of a squash' }),
    changeType: t.field({ type: ChangeTypeEnum, description: 'Where absent: the one proposed' }),
    expectedHead: t.string({ required: true, description: 'Hash of the source head you saw' }),
    deleteSource: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Delete the source afterwards',
    }),
  }),
})

const requestPayload = (name: string, description: string) =>
  builder.objectRef<ChangeRequestRow>(name).implement({
    description,
    fields: (t) => ({
      changeRequest: t.field({
        type: ChangeRequestType,
        description: 'The change request as it is now',
        resolve: (row) => row,
      }),
    }),
  })
const CreatePayload = requestPayload('ChangeRequestCreatePayload', 'Opened')
const EditPayload = requestPayload('ChangeRequestEditPayload', 'Saved')
const ClosePayload = requestPayload('ChangeRequestClosePayload', 'Closed')
const ReopenPayload = requestPayload('ChangeRequestReopenPayload', 'Open again')
const ReviewPayload = builder
  .objectRef<{ review: ReviewRow; changeRequest: ChangeRequestRow }>('ChangeRequestReviewPayload')
  .implement({
    description: 'Reviewed',
    fields: (t) => ({
      review: t.field({
        type: ReviewType,
        description: 'The review',
        resolve: ({ review }) => review,
      }),
      changeRequest: t.field({
        type: ChangeRequestType,
        description: 'The change request as it is now',
        resolve: ({ changeRequest }) => changeRequest,
      }),
    }),
  })
const MergePayload = builder
  .objectRef<{ changeRequest: ChangeRequestRow; commit: CommitRow }>('ChangeRequestMergePayload')
  .implement({
    description: 'Merged',
    fields: (t) => ({
      changeRequest: t.field({
        type: ChangeRequestType,
        description: 'The change request as it is now',
        resolve: ({ changeRequest }) => changeRequest,
      }),
      commit: t.field({
        type: CommitType,
        description: 'The new head of the target',
        resolve: ({ commit }) => commit,
      }),
    }),
  })

builder.mutationFields((t) => ({
  changeRequestCreate: t.field({
    type: CreatePayload,
    description: 'Asks for a branch to be merged',
    args: { input: t.arg({ type: CreateInput, required: true }) },
    errors: failures('ChangeRequestCreateResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input }, { features, caller }) => {
      const source = rowOf(input.sourceBranchId, 'Branch', 'The branch')
      const target = input.targetBranchId ? rowOf(input.targetBranchId, 'Branch', 'The branch') : null
      return features.changeRequests.open(caller, {
        source,
        target,
        title: input.title,
        description: input.description,
      })
    },
  }),
  changeRequestEdit: t.field({
    type: EditPayload,
    description: 'Changes title or description',
    args: { input: t.arg({ type: EditInput, required: true }) },
    errors: failures('ChangeRequestEditResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input: { id, ...input } }, { features, caller }) =>
      features.changeRequests.edit(caller, keyOf(id), input),
  }),
  changeRequestClose: t.field({
    type: ClosePayload,
    description: 'Closes without merging; it can be opened again while both branches are there',
    args: { input: t.arg({ type: CloseInput, required: true }) },
    errors: failures('ChangeRequestCloseResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input }, { features, caller }) =>
      features.changeRequests.close(caller, keyOf(input.id)),
  }),
  changeRequestReopen: t.field({
    type: ReopenPayload,
    description: 'Opens again what was closed',
    args: { input: t.arg({ type: ReopenInput, required: true }) },
    errors: failures('ChangeRequestReopenResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input }, { features, caller }) =>
      features.changeRequests.reopen(caller, keyOf(input.id)),
  }),
  changeRequestReview: t.field({
    type: ReviewPayload,
    description: 'Approves, asks for changes, or comments. Nobody judges their own change.',
    args: { input: t.arg({ type: ReviewInput, required: true }) },
    errors: failures('ChangeRequestReviewResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input }, { features, caller }) =>
      features.changeRequests.review(caller, {
        ...keyOf(input.id),
        verdict: input.verdict,
        body: input.body ?? '',
        headCommit: input.headCommit,
      }),
  }),
  changeRequestMerge: t.field({
    type: MergePayload,
    description: 'Merges what was approved, at the head you saw',
    args: { input: t.arg({ type: MergeInput, required: true }) },
    errors: failures('ChangeRequestMergeResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input }, { features, caller }) =>
      features.changeRequests.merge(caller, {
        ...keyOf(input.id),
        squash: input.method === 'squash',
        message: input.message ?? null,
        changeType: (input.changeType as ChangeType | null | undefined) ?? null,
        expectedHead: input.expectedHead,
        deleteSource: input.deleteSource,
      }),
  }),
}))
