import { builder, enumOf } from '../graphql/builder.ts'
import { failures } from '../graphql/errors.ts'
import { idParts, rowOf } from '../graphql/node.ts'
import { NotFoundError } from '../platform/errors.ts'
import type { Committed } from './commit-writer.ts'
import type { MergeOutcome } from './index.ts'
import { BranchRefType, ChangeTypeEnum, CommitType } from './schema.ts'

const OUTCOMES = ['merged', 'up-to-date', 'conflicts'] as const
const MergeOutcomeEnum = enumOf('MergeOutcome', OUTCOMES, 'What became of a merge or cherry-pick', {
  merged: 'There is a new commit',
  'up-to-date': 'The branch had it all already',
  conflicts: 'Nothing was merged; with resolve, the conflicts stand in the live document now',
})

const outcomePayload = (name: string, description: string) =>
  builder.objectRef<MergeOutcome>(name).implement({
    description,
    fields: (t) => ({
      branch: t.field({
        type: BranchRefType,
        description: 'The branch as it is now',
        resolve: (payload) => payload.branch,
      }),
      outcome: t.expose('outcome', { type: MergeOutcomeEnum, description: 'What became of it' }),
      commit: t.field({
        type: CommitType,
        nullable: true,
        description: 'The new commit, where there is one',
        resolve: (payload) => payload.commit,
      }),
      conflicts: t.exposeInt('conflicts', { description: 'Places where both sides changed the same' }),
    }),
  })
const BranchMergePayload = outcomePayload('BranchMergePayload', 'What became of the merge')
const CommitCherryPickPayload = outcomePayload('CommitCherryPickPayload', 'What became of the cherry-pick')

const BranchMergeInput = builder.inputType('BranchMergeInput', {
  description: 'What to merge, and how',
  fields: (t) => ({
    branchId: t.id({ required: true, description: 'The branch that gets the merge' }),
    from: t.string({ required: true, description: 'Version, hash, tag or branch to merge' }),
    expectedHead: t.string({
      description: 'Head the caller saw; another is a conflict. Absent: any',
    }),
    message: t.string({ description: 'What it is about; made from the two names where absent' }),
    changeType: t.field({
      type: ChangeTypeEnum,
      description: 'Where it takes a number; proposed where absent',
    }),
    squash: t.boolean({
      required: true,
      defaultValue: false,
      description: 'One commit with one parent, and all authors',
    }),
    resolve: t.boolean({
      required: true,
      defaultValue: false,
      description: 'When changes conflict, begin to resolve them in the live document',
    }),
  }),
})
const CommitCherryPickInput = builder.inputType('CommitCherryPickInput', {
  description: 'Which commit, and where to',
  fields: (t) => ({
    commitId: t.id({ required: true, description: 'The commit whose change is made again' }),
    branchId: t.id({ required: true, description: 'The branch that gets it' }),
    expectedHead: t.string({ description: 'Head the caller saw; another is a conflict. Absent: any' }),
    resolve: t.boolean({
      required: true,
      defaultValue: false,
      description: 'When changes conflict, begin to resolve them in the live document',
    }),
  }),
})
const CommitRollbackInput = builder.inputType('CommitRollbackInput', {
  description: 'Which version comes back, and why',
  fields: (t) => ({
    commitId: t.id({ required: true, description: 'The commit whose content main gets again' }),
    expectedHead: t.string({
      description: 'Head of main the caller saw; another is a conflict. Absent: any',
    }),
    reason: t.string({ required: true, description: 'Why: one line' }),
  }),
})
const CommitRollbackPayload = builder.objectRef<Committed>('CommitRollbackPayload').implement({
  description: 'Rolled back, by a new commit',
  fields: (t) => ({
    commit: t.field({
      type: CommitType,
      description: 'The new commit',
      resolve: (payload) => payload.commit,
    }),
    branch: t.field({
      type: BranchRefType,
      description: 'Main, with its new head',
      resolve: (payload) => payload.branch,
    }),
  }),
})

const expected = ['validation', 'notFound', 'forbidden', 'conflict'] as const

/** A branch of the same library; one of another is as good as missing. */
function branchOf(id: string, libraryId: string): string {
  const key = rowOf(id, 'Branch', 'The branch')
  if (key.libraryId !== libraryId) throw new NotFoundError('The branch')
  return key.id
}

function commitAddress(id: string) {
  const [libraryId, promptId, commitId] = idParts(id, 'Commit', 'The commit')
  return { libraryId: libraryId!, promptId: promptId!, commitId: commitId! }
}

builder.mutationFields((t) => ({
  branchMerge: t.field({
    type: BranchMergePayload,
    description:
      'Merges a commit or branch into a branch, without a change request, where the rules allow it',
    args: { input: t.arg({ type: BranchMergeInput, required: true }) },
    errors: failures('BranchMergeResult', ...expected),
    resolve: (_root, { input }, { features, caller }) => {
      const { libraryId, id } = rowOf(input.branchId, 'Branch', 'The branch')
      return features.versions.merge(caller, {
        libraryId,
        branchId: id,
        from: input.from,
        expectedHead: input.expectedHead ?? null,
        message: input.message ?? null,
        changeType: input.changeType ?? null,
        squash: input.squash,
        resolve: input.resolve,
      })
    },
  }),
  commitCherryPick: t.field({
    type: CommitCherryPickPayload,
    description: 'Makes the change of one commit on another branch too, as a new commit',
    args: { input: t.arg({ type: CommitCherryPickInput, required: true }) },
    errors: failures('CommitCherryPickResult', ...expected),
    resolve: (_root, { input }, { features, caller }) =>
      features.versions.cherryPick(caller, {
        ...commitAddress(input.commitId),
        branchId: branchOf(input.branchId, commitAddress(input.commitId).libraryId),
        expectedHead: input.expectedHead ?? null,
        resolve: input.resolve,
      }),
  }),
  commitRollback: t.field({
    type: CommitRollbackPayload,
    description: 'Gives main the content of one of its earlier versions again, as a new commit',
    args: { input: t.arg({ type: CommitRollbackInput, required: true }) },
    errors: failures('CommitRollbackResult', ...expected),
    resolve: (_root, { input }, { features, caller }) =>
      features.versions.rollback(caller, commitAddress(input.commitId), {
        expectedHead: input.expectedHead ?? null,
        reason: input.reason,
      }),
  }),
}))
