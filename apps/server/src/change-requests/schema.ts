import { can } from '@incipit/access'
import { ActorType } from '../accounts/schema.ts'
import { builder, enumOf } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import type { Context } from '../graphql/context.ts'
import { commitKey } from '../graphql/loaders.ts'
import { findableAs, Node, nodeId } from '../graphql/node.ts'
import { LibraryType } from '../libraries/schema.ts'
import { PromptType } from '../prompts/schema.ts'
import { COMPARISON_COST, ComparisonType } from '../versions/comparison-schema.ts'
import { type Comparison, needsApproval } from '../versions/index.ts'
import { BranchRefType, CommitType } from '../versions/schema.ts'
import { authorOf, enderOf } from './request-state.ts'
import type { ChangeRequestRow, ChangeRequestStatus } from './store.ts'

/** Most commits a change request shows. */
const MOST_COMMITS = 250

const StatusEnum = enumOf(
  'ChangeRequestStatus',
  ['open', 'merged', 'closed'],
  'Where a change request stands in its life',
)

/** What it brings, through the loaders: a list asks for all of them at once. */
async function comparisonOf(
  row: ChangeRequestRow,
  _args: unknown,
  { loaders }: Context,
): Promise<Comparison | null> {
  const { libraryId, promptId } = row
  const { situation } = (await loaders.judgedRequest.load(row))!
  const commitOf = (id: string | null) =>
    id === null ? null : loaders.commit.load({ libraryId, id: commitKey(promptId, id) })
  const [prompt, base, head] = await Promise.all([
    loaders.prompt.load({ libraryId, id: promptId }),
    commitOf(situation.base),
    commitOf(situation.head),
  ])
  if (!prompt || !base || !head) return null
  const [before, after] = await Promise.all(
    [base, head].map(({ contentHash }) => loaders.content.load({ libraryId, id: contentHash })),
  )
  return { prompt, base, head, before: before ?? '', after: after ?? '' }
}

export const ChangeRequestType = builder.objectRef<ChangeRequestRow>('ChangeRequest').implement({
  description: 'A request to merge a branch into another, with its reviews and what is said about it',
  interfaces: [Node],
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Counts up in the library, from 1' }),
    title: t.exposeString('title', { description: 'What it is about, in a line' }),
    description: t.exposeString('description', { description: 'Markdown, as typed' }),
    status: t.field({
      type: StatusEnum,
      description: 'Where it stands in its life',
      resolve: (row) => row.status as ChangeRequestStatus,
    }),
    author: t.field({ type: ActorType, description: 'Who opened it', resolve: authorOf }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was opened' }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      description: 'Last edit, review, comment or change of status',
    }),
    endedAt: t.expose('endedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was merged or closed; null while it is open',
    }),
    endedBy: t.field({
      type: ActorType,
      nullable: true,
      description: 'Who merged or closed it',
      resolve: enderOf,
    }),
    prompt: t.field({
      type: PromptType,
      description: 'The prompt it would change',
      resolve: async (row, _args, { loaders }) =>
        (await loaders.prompt.load({ libraryId: row.libraryId, id: row.promptId }))!,
    }),
    source: t.field({
      type: BranchRefType,
      description: 'The branch that would be merged; it may be deleted by now',
      resolve: async (row, _args, { loaders }) =>
        (await loaders.branch.load({ libraryId: row.libraryId, id: row.sourceBranchId }))!,
    }),
    target: t.field({
      type: BranchRefType,
      description: 'The branch that would get the merge; it may be deleted by now',
      resolve: async (row, _args, { loaders }) =>
        (await loaders.branch.load({ libraryId: row.libraryId, id: row.targetBranchId }))!,
    }),
    mergeCommit: t.field({
      type: CommitType,
      nullable: true,
      description: 'The merge, once merged',
      resolve: (row, _args, { loaders }) =>
        row.mergeCommitId === null
          ? null
          : loaders.commit.load({
              libraryId: row.libraryId,
              id: commitKey(row.promptId, row.mergeCommitId),
            }),
    }),
    headCommit: t.field({
      type: CommitType,
      nullable: true,
      description: 'Head of the source (as it was when it ended)',
      resolve: async (row, _args, { loaders }) => {
        const { head } = (await loaders.judgedRequest.load(row))!.situation
        return head === null
          ? null
          : loaders.commit.load({ libraryId: row.libraryId, id: commitKey(row.promptId, head) })
      },
    }),
    baseCommit: t.field({
      type: CommitType,
      nullable: true,
      description: 'Where source and target parted',
      resolve: async (row, _args, { loaders }) => {
        const { base } = (await loaders.judgedRequest.load(row))!.situation
        return base === null
          ? null
          : loaders.commit.load({ libraryId: row.libraryId, id: commitKey(row.promptId, base) })
      },
    }),
    commits: t.field({
      type: [CommitType],
      extensions: { cost: 25 },
      description: `Commits of the source that the target lacks, newest first; at most ${MOST_COMMITS}`,
      resolve: async (row, _args, { loaders }) => {
        const { ahead } = (await loaders.judgedRequest.load(row))!.situation
        const found = await Promise.all(
          ahead
            .slice(0, MOST_COMMITS)
            .map((id) => loaders.commit.load({ libraryId: row.libraryId, id: commitKey(row.promptId, id) })),
        )
        return found.flatMap((commit) => commit ?? [])
      },
    }),
    comparison: t.field({
      type: ComparisonType,
      nullable: true,
      extensions: { cost: COMPARISON_COST },
      description: 'From where they parted to the source’s head',
      resolve: comparisonOf,
    }),
    viewerActions: t.stringList({
      description:
        'What you may do with it now: edit, close, reopen, review, approve, comment, merge, update. Whether a merge is possible is told by mergeability.',
      resolve: async (row, _args, { caller, loaders, features }) => {
        const subject = (await caller.subjectIn(row.libraryId))!
        const open = row.status === 'open'
        const allowed: [string, boolean][] = [
          ['edit', can(subject, 'change.create')],
          ['close', open && can(subject, 'change.create')],
          ['reopen', row.status === 'closed' && can(subject, 'change.create')],
          ['review', open && can(subject, 'change.comment')],
          ['comment', can(subject, 'change.comment')],
          ['merge', open && can(subject, 'branch.merge')],
        ]
        const actions = allowed.filter(([, may]) => may).map(([name]) => name)
        if (!open) return actions
        const { approvals, situation } = (await loaders.judgedRequest.load(row))!
        if ((await features.changeRequests.hindrance(caller, row, approvals)) === null)
          actions.push('approve')
        const updatable = situation.behind > 0 && !needsApproval(situation.source)
        if (updatable && can(subject, 'branch.merge') && can(subject, 'prompt.edit')) actions.push('update')
        return actions
      },
    }),
  }),
})
nodeId(ChangeRequestType, (row) => [row.libraryId, row.id])
/** What belongs to a change request, where that is to be seen; null otherwise. */
export async function ofFoundRequest<Row extends { libraryId: string; changeRequestId: string }>(
  loaders: Context['loaders'],
  wanted: Promise<Row | null>,
): Promise<Row | null> {
  const row = await wanted
  if (!row) return null
  const request = await loaders.changeRequest.load({ libraryId: row.libraryId, id: row.changeRequestId })
  return request && row
}
findableAs('ChangeRequest', 2, ([libraryId, id], { loaders }) =>
  loaders.changeRequest.load({ libraryId: libraryId!, id: id! }),
)

const ChangeRequestConnection = connectionOf(ChangeRequestType, 'ChangeRequest')
builder.objectField(ChangeRequestConnection, 'nodes', (t) =>
  t.field({
    type: [ChangeRequestType],
    extensions: { cost: 1 },
    description: 'The entries of this page, without their cursors',
    resolve: (page) => page.edges.map(({ node }) => node),
  }),
)

const FilterInput = builder.inputType('ChangeRequestFilter', {
  description: 'Which change requests; absent fields do not narrow',
  fields: (t) => ({
    statuses: t.field({ type: [StatusEnum], description: 'In one of these statuses' }),
    mine: t.boolean({ description: 'Only yours' }),
    awaitingMyReview: t.boolean({ description: 'Only those that wait for a review you may give' }),
    text: t.string({ description: 'Words in title or number' }),
  }),
})
const listArgs = builder.args((t) => ({
  ...pageArgs,
  filter: t.field({ type: FilterInput, description: 'Which change requests' }),
}))

builder.objectFields(LibraryType, (t) => ({
  changeRequests: t.field({
    type: ChangeRequestConnection,
    description: 'Change requests of the library, newest activity first',
    args: listArgs,
    resolve: (row, { filter, ...page }, { features, caller }) =>
      features.changeRequests.list(caller, { libraryId: row.libraryId, promptId: null }, filter ?? {}, page),
  }),
  changeRequest: t.field({
    type: ChangeRequestType,
    nullable: true,
    description: 'A change request by its number',
    args: { number: t.arg.int({ required: true, description: 'Its number' }) },
    resolve: (row, { number }, { features }) => features.changeRequests.findByNumber(row.libraryId, number),
  }),
}))

builder.objectField(PromptType, 'changeRequests', (t) =>
  t.field({
    type: ChangeRequestConnection,
    description: 'Change requests of this prompt, newest activity first',
    args: listArgs,
    resolve: (row, { filter, ...page }, { features, caller }) =>
      features.changeRequests.list(
        caller,
        { libraryId: row.libraryId, promptId: row.id },
        filter ?? {},
        page,
      ),
  }),
)

builder.objectField(BranchRefType, 'openChangeRequest', (t) =>
  t.field({
    type: ChangeRequestType,
    nullable: true,
    description: 'Its open change request, as source; the newest where there are several',
    resolve: (row, _args, { loaders }) => loaders.openChangeRequest.load(row),
  }),
)

builder.objectField(CommitType, 'changeRequest', (t) =>
  t.field({
    type: ChangeRequestType,
    nullable: true,
    description: 'The change request it merged; null where it merged none',
    resolve: (row, _args, { loaders }) =>
      loaders.mergedChangeRequest.load({
        libraryId: row.libraryId,
        id: commitKey(row.promptId, row.id),
      }),
  }),
)
