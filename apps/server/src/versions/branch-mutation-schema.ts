import { builder } from '../graphql/builder.ts'
import { failures } from '../graphql/errors.ts'
import { rowOf } from '../graphql/node.ts'
import { BranchRefType } from './schema.ts'
import type { BranchRow } from './store.ts'

export const branchPayload = (name: string, description: string) =>
  builder.objectRef<BranchRow>(name).implement({
    description,
    fields: (t) => ({
      branch: t.field({
        type: BranchRefType,
        description: 'The branch as it is now',
        resolve: (row) => row,
      }),
    }),
  })

const branchId = (id: string) => rowOf(id, 'Branch', 'The branch')

const BranchCreatePayload = branchPayload('BranchCreatePayload', 'Opened')
const BranchRenamePayload = branchPayload('BranchRenamePayload', 'Renamed')
const BranchProtectPayload = branchPayload('BranchProtectPayload', 'Protected, or no more')
const BranchDeletePayload = branchPayload('BranchDeletePayload', 'Deleted; it can be restored')
const BranchRestorePayload = branchPayload('BranchRestorePayload', 'Restored')

const BranchCreateInput = builder.inputType('BranchCreateInput', {
  description: 'A new branch',
  fields: (t) => ({
    promptId: t.id({ required: true, description: 'The prompt' }),
    name: t.string({
      required: true,
      description:
        'Its name with the prefix of its type: feature/…, hotfix/…, release/…, experiment/…, or staging',
    }),
    from: t.string({ description: 'Version, hash, tag or branch to start from; main where absent' }),
  }),
})
const BranchRenameInput = builder.inputType('BranchRenameInput', {
  description: 'Another name for a branch',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The branch' }),
    name: t.string({ required: true, description: 'Its new name; the prefix stays' }),
  }),
})
const BranchProtectInput = builder.inputType('BranchProtectInput', {
  description: 'Whether a branch takes commits by change request only',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The branch' }),
    protected: t.boolean({ required: true, description: 'Whether it does' }),
  }),
})
const BranchDeleteInput = builder.inputType('BranchDeleteInput', {
  description: 'Which branch',
  fields: (t) => ({ id: t.id({ required: true, description: 'The branch' }) }),
})
const BranchRestoreInput = builder.inputType('BranchRestoreInput', {
  description: 'Which branch',
  fields: (t) => ({ id: t.id({ required: true, description: 'The deleted branch' }) }),
})

const expected = ['validation', 'notFound', 'forbidden', 'conflict'] as const

builder.mutationFields((t) => ({
  branchCreate: t.field({
    type: BranchCreatePayload,
    description: 'Opens a branch at a commit, with a live document of its own that begins as that commit',
    args: { input: t.arg({ type: BranchCreateInput, required: true }) },
    errors: failures('BranchCreateResult', ...expected),
    resolve: (_root, { input }, { features, caller }) => {
      const { libraryId, id } = rowOf(input.promptId, 'Prompt', 'The prompt')
      const { name, from = null } = input
      return features.versions.createBranch(caller, { libraryId, promptId: id, name, from })
    },
  }),
  branchRename: t.field({
    type: BranchRenamePayload,
    description: 'Renames a branch within its type. Main and protected branches keep their names.',
    args: { input: t.arg({ type: BranchRenameInput, required: true }) },
    errors: failures('BranchRenameResult', ...expected),
    resolve: (_root, { input }, { features, caller }) => {
      const { libraryId, id } = branchId(input.id)
      return features.versions.renameBranch(caller, libraryId, id, input.name)
    },
  }),
  branchProtect: t.field({
    type: BranchProtectPayload,
    description: 'Protects a branch, or lifts the protection; for admins',
    args: { input: t.arg({ type: BranchProtectInput, required: true }) },
    errors: failures('BranchProtectResult', ...expected),
    resolve: (_root, { input }, { features, caller }) => {
      const { libraryId, id } = branchId(input.id)
      return features.versions.protectBranch(caller, libraryId, id, input.protected)
    },
  }),
  branchDelete: t.field({
    type: BranchDeletePayload,
    description:
      'Deletes a branch. Its commits and its live text, uncommitted work included, can be restored.',
    args: { input: t.arg({ type: BranchDeleteInput, required: true }) },
    errors: failures('BranchDeleteResult', ...expected),
    resolve: (_root, { input }, { features, caller }) => {
      const { libraryId, id } = branchId(input.id)
      return features.versions.removeBranch(caller, libraryId, id)
    },
  }),
  branchRestore: t.field({
    type: BranchRestorePayload,
    description: 'Brings a deleted branch back, its live text included',
    args: { input: t.arg({ type: BranchRestoreInput, required: true }) },
    errors: failures('BranchRestoreResult', ...expected),
    resolve: (_root, { input }, { features, caller }) => {
      const { libraryId, id } = branchId(input.id)
      return features.versions.restoreBranch(caller, libraryId, id)
    },
  }),
}))
