import { builder, enumOf } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { commitKey } from '../graphql/loaders.ts'
import { NextVersionType } from '../versions/proposal-schema.ts'
import { ChangeTypeEnum } from '../versions/schema.ts'
import { type ChangeCheck, checksOf } from './checks.ts'
import { type Mergeability, proposedChangeType, type TextOf, textAfterMerge } from './mergeability.ts'
import { ChangeRequestType } from './schema.ts'
import type { ChangeRequestRow } from './store.ts'

/** A merge on trial is worth as much as this many objects. */
const TRIAL_COST = 20

const MergeStateEnum = enumOf(
  'MergeState',
  ['ready', 'conflicts', 'blocked', 'up-to-date', 'ended'],
  'Whether a change request can be merged now',
  {
    ready: 'Nothing stands in the way',
    conflicts: 'Both sides changed the same',
    blocked: 'Approvals are missing, or something else stands in the way',
    'up-to-date': 'The target has every commit of the source',
    ended: 'It was merged or closed',
  },
)

/** Texts of commits through the loaders: a list asks for all of them at once. */
function textsThrough({ loaders }: Context, { libraryId, promptId }: ChangeRequestRow): TextOf {
  return async (commitId) => {
    const commit = commitId && (await loaders.commit.load({ libraryId, id: commitKey(promptId, commitId) }))
    return (commit && (await loaders.content.load({ libraryId, id: commit.contentHash }))) || ''
  }
}

async function trialOf(row: ChangeRequestRow, { loaders }: Context): Promise<Mergeability> {
  return (await loaders.mergeability.load(row))!
}

const MergeabilityType = builder.objectRef<Mergeability>('Mergeability').implement({
  description: 'What a merge would come to at this moment',
  fields: (t) => ({
    state: t.field({
      type: MergeStateEnum,
      description: 'Whether it can be merged now',
      resolve: ({ state }) => state,
    }),
    reasons: t.stringList({
      description: 'What stands in the way, and what to do; empty when ready',
      resolve: ({ reasons }) => [...reasons],
    }),
    conflicts: t.exposeInt('conflicts', { description: 'Places where both sides changed the same' }),
    behind: t.int({
      description: 'The source lacks so many commits of the target',
      resolve: ({ judged }) => judged.situation.behind,
    }),
    content: t.string({
      nullable: true,
      description: 'Target’s text after the merge; null with conflicts',
      resolve: (trial, _args, context) => textAfterMerge(trial, textsThrough(context, trial.judged.request)),
    }),
    changeType: t.field({
      type: ChangeTypeEnum,
      description: 'Proposed for the merge',
      resolve: (trial, _args, context) =>
        proposedChangeType(trial, textsThrough(context, trial.judged.request)),
    }),
    nextVersions: t.field({
      type: [NextVersionType],
      description: 'The number each change type would take on the target',
      resolve: async ({ judged }, _args, { loaders }) => [
        ...((await loaders.nextVersions.load(judged.situation.target)) ?? []),
      ],
    }),
  }),
})

const CheckStateEnum = enumOf(
  'CheckState',
  ['passed', 'failed', 'pending', 'neutral'],
  'How something that was looked at came out',
)
const CheckType = builder.objectRef<ChangeCheck>('ChangeCheck').implement({
  description: 'Something looked at before a merge',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What was looked at' }),
    state: t.field({
      type: CheckStateEnum,
      description: 'How it came out',
      resolve: ({ state }) => state,
    }),
    description: t.exposeString('description', { description: 'The same in a sentence' }),
  }),
})

builder.objectFields(ChangeRequestType, (t) => ({
  mergeability: t.field({
    type: MergeabilityType,
    extensions: { cost: TRIAL_COST },
    description: 'What a merge would come to at this moment',
    resolve: (row, _args, context) => trialOf(row, context),
  }),
  checks: t.field({
    type: [CheckType],
    extensions: { cost: TRIAL_COST },
    description: 'What was looked at: syntax, conflicts, approvals',
    resolve: async (row, _args, context) => checksOf(await trialOf(row, context), textsThrough(context, row)),
  }),
}))
