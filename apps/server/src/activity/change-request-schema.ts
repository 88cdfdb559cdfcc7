import { ActorType } from '../accounts/schema.ts'
import { type ChangeEvent, libraryTopic } from '../audit/index.ts'
import { ChangeRequestType } from '../change-requests/schema.ts'
import { builder } from '../graphql/builder.ts'
import { rowOf } from '../graphql/node.ts'
import { authorize } from '../libraries/index.ts'
import { NotFoundError } from '../platform/errors.ts'
import { changeStream, type Merged } from './schema.ts'

/** Changes of a library that decide who may approve, and how many have to. */
const RULES: ReadonlySet<string> = new Set([
  'library.update',
  'member.join',
  'member.update',
  'member.remove',
  'key.revoke',
])

interface Watched {
  readonly id: string
  readonly promptId: string
  readonly branchIds: readonly string[]
}

/** Whether a change has to do with a change request: itself, one of its branches, its prompt, or the rules it stands under. */
function concerns({ id, promptId, branchIds }: Watched, event: ChangeEvent): boolean {
  if (event.promptId === null) return RULES.has(event.action)
  if (event.promptId !== promptId) return false
  const { changeRequestId, branchId } = event.details
  if (changeRequestId !== undefined) return changeRequestId === id
  if (branchId !== undefined) return branchIds.includes(String(branchId))
  return event.subject.type === 'prompt'
}

const UpdateType = builder
  .objectRef<Merged & { readonly changeRequestId: string }>('ChangeRequestUpdate')
  .implement({
    description:
      'Something about a change request changed. Who reads too slowly gets fewer events; each shows everything as it is by then.',
    fields: (t) => ({
      action: t.exposeString('action', { description: 'What was done, such as review.create' }),
      at: t.field({ type: 'DateTime', description: 'When', resolve: (event) => new Date(event.at) }),
      actor: t.field({ type: ActorType, description: 'Who', resolve: (event) => event.actor }),
      changeRequest: t.field({
        type: ChangeRequestType,
        description: 'The change request as it is now',
        resolve: async ({ libraryId, changeRequestId }, _args, { loaders }) =>
          (await loaders.changeRequest.load({ libraryId, id: changeRequestId }))!,
      }),
    }),
  })

builder.subscriptionField('changeRequestUpdated', (t) =>
  t.field({
    type: UpdateType,
    description:
      'A change request whenever something about it changed: its heads, reviews, comments, status, mergeability',
    args: { changeRequestId: t.arg.id({ required: true, description: 'The change request' }) },
    subscribe: async (_root, args, context) => {
      const { libraryId, id } = rowOf(args.changeRequestId, 'ChangeRequest', 'The change request')
      await authorize(context.caller, libraryId, 'prompt.read', 'The change request')
      const row = await context.loaders.changeRequest.load({ libraryId, id })
      if (!row) throw new NotFoundError('The change request')
      const watched = { id, promptId: row.promptId, branchIds: [row.sourceBranchId, row.targetBranchId] }
      return changeStream(context, libraryTopic(libraryId), libraryId, (event) => concerns(watched, event))
    },
    resolve: (event, args) => ({
      ...event,
      changeRequestId: rowOf(args.changeRequestId, 'ChangeRequest', 'The change request').id,
    }),
  }),
)
