import { BRANCH_TYPES, type BranchType, CHANGE_TYPES, type ChangeType } from '@incipit/version-control'
import { ActorType } from '../accounts/schema.ts'
import { builder, enumOf } from '../graphql/builder.ts'
import { ConflictErrorRef, failures } from '../graphql/errors.ts'
import { commitKey } from '../graphql/loaders.ts'
import { findableAs, idParts, Node, nodeId, rowOf } from '../graphql/node.ts'
import { NotFoundError } from '../platform/errors.ts'
import { PromptType } from '../prompts/schema.ts'
import type { ContractChangeView } from './index.ts'
import type { BranchRow, CommitRow } from './store.ts'

const BranchTypeEnum = enumOf(
  'BranchType',
  BRANCH_TYPES.map((rule) => rule.type),
  'What a branch is for',
  Object.fromEntries(BRANCH_TYPES.map((rule) => [rule.type, rule.description])),
)
const changeTypeNames = CHANGE_TYPES.map((rule) => rule.type)
export const ChangeTypeEnum = enumOf(
  'ChangeType',
  changeTypeNames,
  'What kind of change a commit is; decides the next version number',
  Object.fromEntries(CHANGE_TYPES.map((rule) => [rule.type, rule.description])),
)

export const CommitType = builder.objectRef<CommitRow>('Commit').implement({
  description:
    'An immutable version of a prompt: content, parents, authors and a message, named by a hash over them',
  interfaces: [Node],
  fields: (t) => ({
    hash: t.exposeString('id', {
      description:
        'SHA-256 over content hash, parents, authors, time, message and change type: 64 hex digits',
    }),
    shortHash: t.string({
      description: 'The first seven digits of the hash',
      resolve: (row) => row.id.slice(0, 7),
    }),
    version: t.exposeString('version', {
      nullable: true,
      description: 'The version number; none on other branches and for change types that take none',
    }),
    message: t.exposeString('message', { description: 'What changed and why' }),
    changeType: t.field({
      type: ChangeTypeEnum,
      description: 'What kind of change',
      resolve: (row) => row.changeType as ChangeType,
    }),
    contentHash: t.exposeString('contentHash', { description: 'SHA-256 of the content (UTF-8, LF)' }),
    content: t.string({
      description: 'The whole text',
      resolve: async (row, _args, { loaders }) =>
        (await loaders.content.load({ libraryId: row.libraryId, id: row.contentHash }))!,
    }),
    added: t.exposeInt('added', { description: 'Lines added against the first parent' }),
    removed: t.exposeInt('removed', { description: 'Lines removed against the first parent' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was committed' }),
    committer: t.field({
      type: ActorType,
      description: 'Who committed',
      resolve: (row) => ({
        kind: row.committerKind as 'user' | 'key',
        id: row.committerId,
        name: row.committerName,
      }),
    }),
    authors: t.field({
      type: [ActorType],
      description: 'Everybody who wrote something of it since the parent, the committer first',
      resolve: async (row, _args, { loaders }) =>
        (
          (await loaders.authors.load({ libraryId: row.libraryId, id: commitKey(row.promptId, row.id) })) ??
          []
        ).map((author) => ({
          kind: author.authorKind as 'user' | 'key',
          id: author.authorId,
          name: author.authorName,
        })),
    }),
    prompt: t.field({
      type: PromptType,
      description: 'The prompt it is a version of',
      resolve: async (row, _args, { loaders }) =>
        (await loaders.prompt.load({ libraryId: row.libraryId, id: row.promptId }))!,
    }),
  }),
})
nodeId(CommitType, (row) => [row.libraryId, row.promptId, row.id])
findableAs('Commit', 3, ([libraryId, promptId, id], { loaders }) =>
  loaders.commit.load({ libraryId: libraryId!, id: commitKey(promptId!, id!) }),
)
builder.objectField(CommitType, 'parents', (t) =>
  t.field({
    type: [CommitType],
    description: 'The commits it was made on; none for the first',
    resolve: async (row, _args, { loaders }) => {
      const parents =
        (await loaders.parents.load({ libraryId: row.libraryId, id: commitKey(row.promptId, row.id) })) ?? []
      const found = await Promise.all(
        parents.map((parent) =>
          loaders.commit.load({ libraryId: row.libraryId, id: commitKey(row.promptId, parent.parentId) }),
        ),
      )
      return found.flatMap((commit) => commit ?? [])
    },
  }),
)

export const ContractChangeType = builder.objectRef<ContractChangeView>('ContractChange').implement({
  description: 'A difference between what two texts ask of their callers',
  fields: (t) => ({
    kind: t.exposeString('kind', {
      description: 'added, removed, made-required, made-optional, kind-changed, …',
    }),
    input: t.exposeString('input', { description: 'The input it is about' }),
    breaking: t.exposeBoolean('breaking', { description: 'Whether it can break callers' }),
    description: t.exposeString('description', { description: 'For people' }),
  }),
})

export const BranchRefType = builder.objectRef<BranchRow>('Branch').implement({
  description: 'A line of commits with a live document',
  interfaces: [Node],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'main, or a name with the prefix of its type' }),
    type: t.field({
      type: BranchTypeEnum,
      description: 'What it is for',
      resolve: (row) => row.type as BranchType,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was opened' }),
    head: t.field({
      type: CommitType,
      nullable: true,
      description: 'Its newest commit; null before the first',
      resolve: (row, _args, { loaders }) =>
        row.headCommitId
          ? loaders.commit.load({ libraryId: row.libraryId, id: commitKey(row.promptId, row.headCommitId) })
          : null,
    }),
    prompt: t.field({
      type: PromptType,
      description: 'Whose branch it is',
      resolve: async (row, _args, { loaders }) =>
        (await loaders.prompt.load({ libraryId: row.libraryId, id: row.promptId }))!,
    }),
  }),
})
nodeId(BranchRefType, (row) => [row.libraryId, row.id])
findableAs('Branch', 2, ([libraryId, id], { loaders }) =>
  loaders.branch.load({ libraryId: libraryId!, id: id! }),
)

builder.objectFields(PromptType, (t) => ({
  head: t.field({
    type: CommitType,
    nullable: true,
    description: 'Newest commit of main; null before the first',
    resolve: (row, _args, { loaders }) =>
      row.headCommitId
        ? loaders.commit.load({ libraryId: row.libraryId, id: commitKey(row.id, row.headCommitId) })
        : null,
  }),
  branches: t.field({
    type: [BranchRefType],
    description: 'Its branches, main first',
    resolve: async (row, _args, { loaders }) => (await loaders.branchesOfPrompt.load(row)) ?? [],
  }),
  branch: t.field({
    type: BranchRefType,
    nullable: true,
    description: 'A branch by name',
    args: { name: t.arg.string({ required: true, description: 'Its name' }) },
    resolve: async (row, { name }, { loaders }) =>
      ((await loaders.branchesOfPrompt.load(row)) ?? []).find((branch) => branch.name === name) ?? null,
  }),
}))

builder.objectField(ConflictErrorRef, 'head', (t) =>
  t.field({
    type: CommitType,
    nullable: true,
    description: 'Where a commit lost the race: the branch’s head now',
    resolve: (error, _args, { loaders }) =>
      error.head
        ? loaders.commit.load({
            libraryId: error.head.libraryId,
            id: commitKey(error.head.promptId, error.head.commitId),
          })
        : null,
  }),
)

const CommitCreateInput = builder.inputType('CommitCreateInput', {
  description: 'What to commit: always the live text of a branch, as the server holds it',
  fields: (t) => ({
    branchId: t.id({ required: true, description: 'The branch' }),
    expectedHead: t.string({
      description: 'Hash of the head the writer saw; null for the first commit. Another head is a conflict.',
    }),
    message: t.string({ required: true, description: 'What changed and why' }),
    changeType: t.field({ type: ChangeTypeEnum, required: true, description: 'What kind of change' }),
  }),
})
const commitPayload = (name: string) =>
  builder.objectRef<{ commit: CommitRow; branch: BranchRow }>(name).implement({
    description: 'Committed',
    fields: (t) => ({
      commit: t.field({
        type: CommitType,
        description: 'The new commit',
        resolve: (payload) => payload.commit,
      }),
      branch: t.field({
        type: BranchRefType,
        description: 'The branch, with its new head',
        resolve: (payload) => payload.branch,
      }),
    }),
  })
const CommitCreatePayload = commitPayload('CommitCreatePayload')
const CommitTextPayload = commitPayload('CommitTextPayload')
const CommitTextInput = builder.inputType('CommitTextInput', {
  description: 'A text to commit, as programs bring it',
  fields: (t) => ({
    branchId: t.id({ required: true, description: 'The branch' }),
    expectedHead: t.string({
      description: 'Hash of the head the writer saw; null for the first commit. Another head is a conflict.',
    }),
    content: t.string({ required: true, description: 'The whole text' }),
    message: t.string({ required: true, description: 'What changed and why' }),
    changeType: t.field({ type: ChangeTypeEnum, required: true, description: 'What kind of change' }),
  }),
})
const CommitRestoreInput = builder.inputType('CommitRestoreInput', {
  description: 'What to bring back',
  fields: (t) => ({
    commitId: t.id({ required: true, description: 'The commit whose content the live document gets' }),
    branchId: t.id({ description: 'The branch whose live document it is; main where absent' }),
  }),
})
const CommitRestorePayload = builder
  .objectRef<{ branch: BranchRow; changed: boolean }>('CommitRestorePayload')
  .implement({
    description: 'The live document holds that content now; commit it to make it a version',
    fields: (t) => ({
      branch: t.field({
        type: BranchRefType,
        description: 'The branch',
        resolve: (payload) => payload.branch,
      }),
      changed: t.exposeBoolean('changed', { description: 'False when the live text was the same already' }),
    }),
  })
builder.mutationFields((t) => ({
  commitCreate: t.field({
    type: CommitCreatePayload,
    description:
      'Commits the live text of a branch. Of several writers on one head, one wins; the others get a conflict that names the new head.',
    args: { input: t.arg({ type: CommitCreateInput, required: true }) },
    errors: failures('CommitCreateResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input }, { features, caller }) => {
      const key = rowOf(input.branchId, 'Branch', 'The branch')
      return features.versions.commit(caller, {
        libraryId: key.libraryId,
        branchId: key.id,
        expectedHead: input.expectedHead ?? null,
        message: input.message,
        changeType: input.changeType,
      })
    },
  }),
  commitText: t.field({
    type: CommitTextPayload,
    description:
      'Commits a text that a program brings, in one step. The live text takes it in by an ordinary merge, so that what people have not committed stays.',
    args: { input: t.arg({ type: CommitTextInput, required: true }) },
    errors: failures('CommitTextResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input: { branchId, expectedHead, ...input } }, { features, caller }) => {
      const key = rowOf(branchId, 'Branch', 'The branch')
      return features.versions.commitText(caller, {
        ...input,
        libraryId: key.libraryId,
        branchId: key.id,
        expectedHead: expectedHead ?? null,
      })
    },
  }),
  commitRestore: t.field({
    type: CommitRestorePayload,
    description:
      'Puts the content of an old commit into the live document, as an edit that everyone sees and can undo',
    args: { input: t.arg({ type: CommitRestoreInput, required: true }) },
    errors: failures('CommitRestoreResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input }, { features, caller }) => {
      const [libraryId, promptId, commitId] = idParts(input.commitId, 'Commit', 'The commit')
      const address = { libraryId: libraryId!, promptId: promptId!, commitId: commitId! }
      const branch = input.branchId ? rowOf(input.branchId, 'Branch', 'The branch') : null
      if (branch && branch.libraryId !== libraryId) throw new NotFoundError('The branch')
      return features.versions.restore(caller, address, branch?.id)
    },
  }),
}))
