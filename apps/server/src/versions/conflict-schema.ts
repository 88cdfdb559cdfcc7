import type { ActorRef } from '../accounts/index.ts'
import { ActorType } from '../accounts/schema.ts'
import { builder, enumOf } from '../graphql/builder.ts'
import { failures } from '../graphql/errors.ts'
import { commitKey } from '../graphql/loaders.ts'
import { findableAs, Node, nodeId, rowOf } from '../graphql/node.ts'
import { branchPayload } from './branch-mutation-schema.ts'
import { BranchRefType, CommitType } from './schema.ts'
import type { BranchRow, ConflictRow, MergeRow } from './store.ts'

const CHOICES = ['ours', 'theirs', 'both', 'written'] as const
const ConflictChoiceEnum = enumOf('ConflictChoice', CHOICES, 'What stands in the place of a conflict', {
  ours: 'What stood in the live text',
  theirs: 'What the other side says',
  both: 'Ours, then theirs',
  written: 'Written by hand in the live text',
})
const MergingKindEnum = enumOf('MergingKind', ['merge', 'cherry-pick'], 'What is being resolved', {
  merge: 'A merge: the next commit gets a second parent',
  'cherry-pick': 'A cherry-pick: the next commit has one parent',
})

const BranchMergingType = builder.objectRef<MergeRow & { promptId: string }>('BranchMerging').implement({
  description: 'A merge that people resolve in the live document; the next commit finishes it',
  fields: (t) => ({
    kind: t.field({
      type: MergingKindEnum,
      description: 'A merge or a cherry-pick',
      resolve: (row) => (row.kind === 'pick' ? 'cherry-pick' : 'merge'),
    }),
    commit: t.field({
      type: CommitType,
      description: 'The commit that is merged or picked',
      resolve: async (row, _args, { loaders }) =>
        (await loaders.commit.load({
          libraryId: row.libraryId,
          id: commitKey(row.promptId, row.theirsCommitId),
        }))!,
    }),
    name: t.exposeString('theirsName', { description: 'What people call it: a branch or a version' }),
    startedBy: t.field({
      type: ActorType,
      description: 'Who began it',
      resolve: (row) => ({
        kind: row.starterKind as ActorRef['kind'],
        id: row.starterId,
        name: row.starterName,
      }),
    }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'When' }),
  }),
})

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

const MergeConflictType = builder.objectRef<ConflictRow>('MergeConflict').implement({
  description: 'A place in a live text where two changes met',
  interfaces: [Node],
  fields: (t) => ({
    start: t.string({
      description: 'Where it begins: a Yjs relative position in the live text (first encoding, base64)',
      resolve: (row) => base64(row.start),
    }),
    end: t.string({ description: 'Where it ends, likewise', resolve: (row) => base64(row.end) }),
    base: t.exposeString('base', { description: 'What both sides come from' }),
    ours: t.exposeString('ours', { description: 'What stood in the live text' }),
    theirs: t.exposeString('theirs', { description: 'What the other side says' }),
    theirsName: t.exposeString('theirsName', { description: 'What people call the other side' }),
    choice: t.field({
      type: ConflictChoiceEnum,
      nullable: true,
      description: 'What was chosen; null while nobody has',
      resolve: (row) => row.choice as (typeof CHOICES)[number] | null,
    }),
    resolvedBy: t.field({
      type: ActorType,
      nullable: true,
      description: 'Who chose',
      resolve: (row) =>
        row.resolverId === null
          ? null
          : {
              kind: row.resolverKind as ActorRef['kind'],
              id: row.resolverId,
              name: row.resolverName ?? '',
            },
    }),
    resolvedAt: t.expose('resolvedAt', { type: 'DateTime', nullable: true, description: 'When' }),
  }),
})
nodeId(MergeConflictType, (row) => [row.libraryId, row.id])
findableAs('MergeConflict', 2, async ([libraryId, id], { features, loaders }) =>
  (await loaders.library.load(libraryId!)) ? features.versions.findConflict(libraryId!, id!) : null,
)

builder.objectFields(BranchRefType, (t) => ({
  merging: t.field({
    type: BranchMergingType,
    nullable: true,
    description: 'A merge being resolved in its live document',
    resolve: async (row, _args, { loaders }) => {
      const merge = await loaders.merging.load(row)
      return merge && { ...merge, promptId: row.promptId }
    },
  }),
  conflicts: t.field({
    type: [MergeConflictType],
    description:
      'Places in its live text where two changes met, in order, resolved ones included until the next commit',
    resolve: async (row, _args, { loaders }) => (await loaders.conflicts.load(row)) ?? [],
  }),
}))

const MergeAbortInput = builder.inputType('MergeAbortInput', {
  description: 'Which merge',
  fields: (t) => ({ branchId: t.id({ required: true, description: 'The branch it goes into' }) }),
})
const MergeAbortPayload = branchPayload('MergeAbortPayload', 'Given up')
const ConflictResolveInput = builder.inputType('ConflictResolveInput', {
  description: 'What to do about a conflict',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The conflict' }),
    choice: t.field({ type: ConflictChoiceEnum, description: 'null opens it again; the text stays' }),
  }),
})
const ConflictResolvePayload = builder
  .objectRef<{ conflict: ConflictRow; branch: BranchRow }>('ConflictResolvePayload')
  .implement({
    description: 'Settled, or open again',
    fields: (t) => ({
      conflict: t.field({
        type: MergeConflictType,
        description: 'The conflict as it is now',
        resolve: (payload) => payload.conflict,
      }),
      branch: t.field({
        type: BranchRefType,
        description: 'Whose live text it is in',
        resolve: (payload) => payload.branch,
      }),
    }),
  })

builder.mutationFields((t) => ({
  mergeAbort: t.field({
    type: MergeAbortPayload,
    description:
      'Gives up a merge that is being resolved: what it brought leaves the live text, what people wrote stays',
    args: { input: t.arg({ type: MergeAbortInput, required: true }) },
    errors: failures('MergeAbortResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input }, { features, caller }) => {
      const { libraryId, id } = rowOf(input.branchId, 'Branch', 'The branch')
      return features.versions.abortMerge(caller, libraryId, id)
    },
  }),
  conflictResolve: t.field({
    type: ConflictResolvePayload,
    description:
      'Settles a conflict: the choice becomes the text of its place in the live document, as an edit that everyone sees and can undo',
    args: { input: t.arg({ type: ConflictResolveInput, required: true }) },
    errors: failures('ConflictResolveResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input }, { features, caller }) =>
      features.versions.resolveConflict(
        caller,
        rowOf(input.id, 'MergeConflict', 'The conflict'),
        input.choice ?? null,
      ),
  }),
}))
