import { builder } from '../graphql/builder.ts'
import { failures } from '../graphql/errors.ts'
import { rowOf } from '../graphql/node.ts'
import { CommentType, DiffSideEnum } from './comment-schema.ts'
import type { CommentRow } from './discussion-store.ts'
import { ChangeRequestType } from './schema.ts'
import type { ChangeRequestRow } from './store.ts'

const commentKey = (id: string) => rowOf(id, 'ChangeComment', 'The comment')

const AnchorInput = builder.inputType('CommentAnchorInput', {
  description: 'The line to stand at',
  fields: (t) => ({
    commit: t.string({ required: true, description: 'Hash of the commit whose text you see on that side' }),
    side: t.field({ type: DiffSideEnum, required: true, description: 'The side of the comparison' }),
    line: t.int({ required: true, description: 'From 1' }),
  }),
})
const CreateInput = builder.inputType('ChangeCommentCreateInput', {
  description: 'What to say, and where',
  fields: (t) => ({
    changeRequestId: t.id({ required: true, description: 'The change request' }),
    body: t.string({ required: true, description: 'Markdown, 1 to 20,000 characters' }),
    anchor: t.field({ type: AnchorInput, description: 'A line; absent: on the whole' }),
    replyToId: t.id({ description: 'The comment it answers; answers stand in one level' }),
  }),
})
const EditInput = builder.inputType('ChangeCommentEditInput', {
  description: 'What to say instead',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Your comment' }),
    body: t.string({ required: true, description: 'Markdown, 1 to 20,000 characters' }),
  }),
})
const ResolveInput = builder.inputType('ChangeCommentResolveInput', {
  description: 'Which thread to resolve or open again',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The comment that opened the thread' }),
    resolved: t.boolean({ required: true, description: 'False opens it again' }),
  }),
})

const CreatePayload = builder
  .objectRef<{ comment: CommentRow; changeRequest: ChangeRequestRow }>('ChangeCommentCreatePayload')
  .implement({
    description: 'Said',
    fields: (t) => ({
      comment: t.field({
        type: CommentType,
        description: 'The comment',
        resolve: ({ comment }) => comment,
      }),
      changeRequest: t.field({
        type: ChangeRequestType,
        description: 'The change request as it is now',
        resolve: ({ changeRequest }) => changeRequest,
      }),
    }),
  })
const commentPayload = (name: string, description: string) =>
  builder.objectRef<CommentRow>(name).implement({
    description,
    fields: (t) => ({
      comment: t.field({
        type: CommentType,
        description: 'The comment as it is now',
        resolve: (row) => row,
      }),
    }),
  })
const EditPayload = commentPayload('ChangeCommentEditPayload', 'Saved')
const ResolvePayload = commentPayload('ChangeCommentResolvePayload', 'Resolved, or open again')

builder.mutationFields((t) => ({
  changeCommentCreate: t.field({
    type: CreatePayload,
    description: 'Says something about a change, or about a line of it',
    args: { input: t.arg({ type: CreateInput, required: true }) },
    errors: failures('ChangeCommentCreateResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input }, { features, caller }) => {
      const key = rowOf(input.changeRequestId, 'ChangeRequest', 'The change request')
      return features.changeRequests.comment(caller, {
        ...key,
        body: input.body,
        anchor: input.anchor ?? null,
        replyTo: input.replyToId ? commentKey(input.replyToId) : null,
      })
    },
  }),
  changeCommentEdit: t.field({
    type: EditPayload,
    description: 'Changes what you said',
    args: { input: t.arg({ type: EditInput, required: true }) },
    errors: failures('ChangeCommentEditResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input }, { features, caller }) =>
      features.changeRequests.editComment(caller, commentKey(input.id), input.body),
  }),
  changeCommentResolve: t.field({
    type: ResolvePayload,
    description: 'Marks a thread as settled, or opens it again',
    args: { input: t.arg({ type: ResolveInput, required: true }) },
    errors: failures('ChangeCommentResolveResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input }, { features, caller }) =>
      features.changeRequests.resolveComment(caller, commentKey(input.id), input.resolved),
  }),
}))
