import { COMMIT_REMEDIES, type CommitRemedy } from '@incipit/version-control'
import type { ActorRef } from '../accounts/index.ts'
import { ActorType } from '../accounts/schema.ts'
import { builder, enumOf } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { commitKey } from '../graphql/loaders.ts'
import { authorize } from '../libraries/index.ts'
import { ForbiddenError } from '../platform/errors.ts'
import { PromptType } from '../prompts/schema.ts'
import { rulingOf } from './branch-rules.ts'
import { MAIN, needsApproval, targetAmong } from './index.ts'
import { BranchRefType, CommitType } from './schema.ts'
import type { BranchRow } from './store.ts'

const CommitRemedyEnum = enumOf('CommitRemedy', COMMIT_REMEDIES, 'What to do instead of a refused commit', {
  'change-request': 'Open a branch and a change request',
  'hotfix-branch': 'Open a hotfix branch',
  restore: 'Ask an admin to restore the prompt',
  resolve: 'Resolve the conflicts first',
})

interface CommitRuleView {
  readonly allowed: boolean
  readonly reason: string | null
  readonly remedy: CommitRemedy | null
}

const CommitRuleType = builder.objectRef<CommitRuleView>('CommitRule').implement({
  description: 'Whether a branch takes a direct commit from you',
  fields: (t) => ({
    allowed: t.exposeBoolean('allowed', { description: 'Whether it does' }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why not, and what to do instead; null where allowed',
    }),
    remedy: t.expose('remedy', {
      type: CommitRemedyEnum,
      nullable: true,
      description: 'What to do instead, where there is something',
    }),
  }),
})

/** What the rules say about the branch, and the caller's level about the caller. */
async function commitRuleFor(row: BranchRow, { caller, loaders }: Context): Promise<CommitRuleView> {
  const [prompt, conflicts, settings] = await Promise.all([
    loaders.prompt.load({ libraryId: row.libraryId, id: row.promptId }),
    loaders.conflicts.load(row),
    loaders.categorySettings.load(row.libraryId),
  ])
  const unresolved = (conflicts ?? []).filter((conflict) => conflict.choice === null).length
  const ruling = rulingOf(row, prompt!, settings, { unresolved })
  if (!ruling.allowed) return ruling
  const refusal = await authorize(caller, row.libraryId, 'commit.create', 'The branch').catch((error) => {
    if (error instanceof ForbiddenError) return error
    throw error
  })
  const reason = refusal instanceof ForbiddenError ? refusal.message : null
  return { allowed: reason === null, reason, remedy: null }
}

/** Commits one branch has and its target, or main, lacks; and the other way round. */
async function aheadBehind(row: BranchRow, { loaders }: Context) {
  const key = { libraryId: row.libraryId, id: row.promptId }
  const branches = (await loaders.branchesOfPrompt.load(key)) ?? []
  const other = targetAmong(row, branches) ?? branches.find((branch) => branch.name === MAIN)
  if (!other || other.id === row.id || !row.headCommitId || !other.headCommitId)
    return { ahead: 0, behind: 0 }
  const graph = await loaders.graph.load(key)
  return graph!.aheadBehind(row.headCommitId, other.headCommitId)
}

builder.objectFields(BranchRefType, (t) => ({
  target: t.field({
    type: BranchRefType,
    nullable: true,
    description: 'The branch it merges into by its type; null for main and experiments',
    resolve: async (row, _args, { loaders }) =>
      targetAmong(
        row,
        (await loaders.branchesOfPrompt.load({ libraryId: row.libraryId, id: row.promptId })) ?? [],
      ),
  }),
  approvalRequired: t.boolean({
    description: 'Whether merging into it needs approvals',
    resolve: (row) => needsApproval(row),
  }),
  protected: t.exposeBoolean('protected', {
    description: 'Takes commits by change request only; cannot be renamed or deleted',
  }),
  createdBy: t.field({
    type: ActorType,
    description: 'Who opened it',
    resolve: (row) => ({
      kind: row.creatorKind as ActorRef['kind'],
      id: row.creatorId,
      name: row.creatorName,
    }),
  }),
  forkedFrom: t.field({
    type: CommitType,
    nullable: true,
    description: 'The commit it was opened from; null for main',
    resolve: (row, _args, { loaders }) =>
      row.forkCommitId
        ? loaders.commit.load({ libraryId: row.libraryId, id: commitKey(row.promptId, row.forkCommitId) })
        : null,
  }),
  deletedAt: t.expose('deletedAt', {
    type: 'DateTime',
    nullable: true,
    description: 'When it was deleted; null while it lives',
  }),
  ahead: t.int({
    description: 'Commits it has and its target (main where it has none) lacks',
    resolve: async (row, _args, context) => (await aheadBehind(row, context)).ahead,
  }),
  behind: t.int({
    description: 'Commits its target (main where it has none) has and it lacks',
    resolve: async (row, _args, context) => (await aheadBehind(row, context)).behind,
  }),
  editors: t.field({
    type: [ActorType],
    description: 'Who is in its live document now',
    resolve: (row, _args, { features }) => [...features.collaboration.editors(row.libraryId, row.documentId)],
  }),
  commitRule: t.field({
    type: CommitRuleType,
    description: 'Whether you may commit here directly, and what to do instead',
    resolve: (row, _args, context) => commitRuleFor(row, context),
  }),
}))

builder.objectField(PromptType, 'deletedBranches', (t) =>
  t.field({
    type: [BranchRefType],
    description: 'The 50 branches deleted last',
    resolve: (row, _args, { features }) => features.versions.deletedBranches(row.libraryId, row.id),
  }),
)
