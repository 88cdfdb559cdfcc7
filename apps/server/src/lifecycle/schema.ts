import type { Status } from '@incipit/library'
import type { ActorRef } from '../accounts/index.ts'
import { ActorType } from '../accounts/schema.ts'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import { failures } from '../graphql/errors.ts'
import { rowOf } from '../graphql/node.ts'
import { PromptStatusEnum, PromptType, promptPayload } from '../prompts/schema.ts'
import type { OfferedMove, StatusChangeRow } from './index.ts'

/** What keeps somebody from a move is looked up for each prompt. */
const MOVES_COST = 20

const StatusMoveType = builder.objectRef<OfferedMove>('StatusMove').implement({
  description: 'A move that a prompt’s status allows',
  fields: (t) => ({
    to: t.field({ type: PromptStatusEnum, description: 'The status it leads to', resolve: ({ to }) => to }),
    label: t.exposeString('label', { description: 'The move as a person chooses it' }),
    reasonRequired: t.exposeBoolean('reasonRequired', { description: 'Whether it has to be explained' }),
    hindrance: t.exposeString('hindrance', {
      nullable: true,
      description: 'Why you cannot make it now; null where you can',
    }),
  }),
})

const StatusChangeType = builder.objectRef<StatusChangeRow>('StatusChange').implement({
  description: 'A move of a prompt from one status to another that was made',
  fields: (t) => ({
    from: t.field({
      type: PromptStatusEnum,
      description: 'The status before',
      resolve: (row) => row.from as Status,
    }),
    to: t.field({
      type: PromptStatusEnum,
      description: 'The status after',
      resolve: (row) => row.to as Status,
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why, where somebody said so' }),
    by: t.field({
      type: ActorType,
      description: 'Who made it',
      resolve: (row) => ({ kind: row.moverKind as ActorRef['kind'], id: row.moverId, name: row.moverName }),
    }),
    at: t.expose('movedAt', { type: 'DateTime', description: 'When' }),
  }),
})
const StatusChangeConnection = connectionOf(StatusChangeType, 'StatusChange')

builder.objectFields(PromptType, (t) => ({
  statusMoves: t.field({
    type: [StatusMoveType],
    description: 'Where it may go from its status, each move with what keeps you from it',
    extensions: { cost: MOVES_COST },
    resolve: (row, _args, { features, caller }) => features.lifecycle.moves(caller, row),
  }),
  statusChanges: t.field({
    type: StatusChangeConnection,
    description: 'What became of its status, newest first',
    args: pageArgs,
    resolve: (row, args, { features }) => features.lifecycle.history(row, args),
  }),
}))

const PromptStatusChangeInput = builder.inputType('PromptStatusChangeInput', {
  description: 'A move to another status',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The prompt' }),
    to: t.field({ type: PromptStatusEnum, required: true, description: 'The status to move to' }),
    reason: t.string({ description: 'Why; some moves need it. At most 1,000 characters' }),
    expectedHead: t.string({
      description: 'The commit id of main that you looked at; another one refuses the move',
    }),
  }),
})
const PromptArchiveInput = builder.inputType('PromptArchiveInput', {
  description: 'What to archive and why',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The prompt' }),
    reason: t.string({ description: 'For those who look for it later' }),
  }),
})
const PromptRestoreInput = builder.inputType('PromptRestoreInput', {
  description: 'What to bring back',
  fields: (t) => ({ id: t.id({ required: true, description: 'The prompt' }) }),
})
const PromptDeleteInput = builder.inputType('PromptDeleteInput', {
  description: 'What to delete',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The prompt; it has to be archived' }),
    confirmKey: t.string({ required: true, description: 'Its key, typed by the person who deletes it' }),
    reason: t.string({ description: 'For the audit log' }),
  }),
})

const PromptStatusChangePayload = promptPayload('PromptStatusChangePayload', 'Moved')
const PromptArchivePayload = promptPayload('PromptArchivePayload', 'Archived')
const PromptRestorePayload = promptPayload('PromptRestorePayload', 'Back, as a draft')
const PromptDeletePayload = builder.objectRef<{ key: string }>('PromptDeletePayload').implement({
  description: 'Deleted',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'The key that was its; it is not given again' }),
  }),
})

builder.mutationFields((t) => ({
  promptStatusChange: t.field({
    type: PromptStatusChangePayload,
    description: 'Moves a prompt to another status',
    args: { input: t.arg({ type: PromptStatusChangeInput, required: true }) },
    errors: failures('PromptStatusChangeResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input: { id, ...input } }, { features, caller }) => {
      const key = rowOf(id, 'Prompt', 'The prompt')
      return features.lifecycle.move(caller, key.libraryId, key.id, input)
    },
  }),
  promptArchive: t.field({
    type: PromptArchivePayload,
    description: 'Archives a prompt: it takes no edits and leaves the list, and keeps its key and history',
    args: { input: t.arg({ type: PromptArchiveInput, required: true }) },
    errors: failures('PromptArchiveResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input: { id, reason } }, { features, caller }) => {
      const key = rowOf(id, 'Prompt', 'The prompt')
      return features.lifecycle.move(caller, key.libraryId, key.id, { to: 'archived', reason })
    },
  }),
  promptRestore: t.field({
    type: PromptRestorePayload,
    description: 'Brings an archived prompt back as a draft; for admins',
    args: { input: t.arg({ type: PromptRestoreInput, required: true }) },
    errors: failures('PromptRestoreResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input }, { features, caller }) => {
      const key = rowOf(input.id, 'Prompt', 'The prompt')
      return features.lifecycle.restore(caller, key.libraryId, key.id)
    },
  }),
  promptDelete: t.field({
    type: PromptDeletePayload,
    description: 'Deletes an archived prompt for everybody; for admins',
    args: { input: t.arg({ type: PromptDeleteInput, required: true }) },
    errors: failures('PromptDeleteResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input: { id, ...input } }, { features, caller }) => {
      const key = rowOf(id, 'Prompt', 'The prompt')
      return features.lifecycle.remove(caller, key.libraryId, key.id, input)
    },
  }),
}))
