import { ActorType } from '../accounts/schema.ts'
import { promptTopic } from '../audit/index.ts'
import { builder } from '../graphql/builder.ts'
import { BranchRefType } from '../versions/schema.ts'
import { changeStream, type Merged, readablePrompt } from './schema.ts'

const BranchMoveType = builder.objectRef<Merged>('BranchMove').implement({
  description: 'Something that happened to a branch',
  fields: (t) => ({
    action: t.exposeString('action', {
      description:
        'What was done, such as branch.merge; branch.follow when the live text has taken in the head',
    }),
    at: t.field({ type: 'DateTime', description: 'When', resolve: (event) => new Date(event.at) }),
    actor: t.field({ type: ActorType, description: 'Who', resolve: (event) => event.actor }),
    branch: t.field({
      type: BranchRefType,
      description: 'The branch as it is now',
      resolve: async (event, _args, { loaders }) =>
        (await loaders.branch.load({ libraryId: event.libraryId, id: String(event.details.branchId) }))!,
    }),
  }),
})

builder.subscriptionField('branchMoved', (t) =>
  t.field({
    type: BranchMoveType,
    description:
      'Branches of a prompt: opened, moved, renamed, deleted, restored, merging, conflicts resolved. Who reads too slowly gets the newest only: look at all branches again.',
    args: { promptId: t.arg.id({ required: true, description: 'The prompt' }) },
    subscribe: async (_root, args, context) => {
      const prompt = await readablePrompt(context, args.promptId)
      return changeStream(
        context,
        promptTopic(prompt.id),
        prompt.libraryId,
        (event) => typeof event.details.branchId === 'string',
      )
    },
    resolve: (event) => event,
  }),
)
