import { ActorType } from '../accounts/schema.ts'
import type { ChangeEvent } from '../audit/index.ts'
import { libraryTopic, promptTopic } from '../audit/index.ts'
import { AuditSubjectType } from '../audit/schema.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { eventStream } from '../graphql/event-stream.ts'
import { commitKey } from '../graphql/loaders.ts'
import { libraryOf, rowOf } from '../graphql/node.ts'
import { authorize } from '../libraries/index.ts'
import { LibraryType } from '../libraries/schema.ts'
import { NotFoundError } from '../platform/errors.ts'
import { PromptType } from '../prompts/schema.ts'
import { BranchRefType, CommitType } from '../versions/schema.ts'

/** Changes that make a commit; their subject is the commit. */
const COMMITTED: ReadonlySet<string> = new Set([
  'commit.create',
  'commit.rollback',
  'commit.pick',
  'branch.merge',
])

/** An event with the number of later ones merged into it for a subscriber that lags. */
export type Merged = ChangeEvent & { readonly coalesced: number }

const mergeChanges = (waiting: Merged, event: Merged): Merged => ({
  ...event,
  coalesced: waiting.coalesced + 1,
})

/** Changes on a topic, for somebody who may read the library; asked again before every delivery. */
export function changeStream(
  context: Context,
  topic: string,
  libraryId: string,
  accept: (event: ChangeEvent) => boolean = () => true,
) {
  return eventStream<Merged>({
    listen: (push) =>
      context.features.bus.subscribe(topic, (payload) => {
        const event = payload as ChangeEvent
        if (accept(event)) push({ ...event, coalesced: 0 })
      }),
    merge: mergeChanges,
    allowed: () => context.features.mayStillRead(context.caller.actor, libraryId),
  })
}

const LibraryActivityType = builder.objectRef<Merged>('LibraryActivity').implement({
  description: 'Something that happened in a library',
  fields: (t) => ({
    id: t.exposeString('id', { description: 'Names the event' }),
    action: t.exposeString('action', { description: 'What was done, such as commit.create' }),
    at: t.field({ type: 'DateTime', description: 'When', resolve: (event) => new Date(event.at) }),
    actor: t.field({ type: ActorType, description: 'Who', resolve: (event) => event.actor }),
    subject: t.field({ type: AuditSubjectType, description: 'What to', resolve: (event) => event.subject }),
    coalesced: t.exposeInt('coalesced', {
      description:
        'How many earlier events were merged into this one because you were behind: load again what you show',
    }),
    prompt: t.field({
      type: PromptType,
      nullable: true,
      description: 'The prompt it is about',
      resolve: (event, _args, { loaders }) =>
        event.promptId ? loaders.prompt.load({ libraryId: event.libraryId, id: event.promptId }) : null,
    }),
  }),
})

const PromptChangeType = builder.objectRef<Merged>('PromptChange').implement({
  description: 'Something that happened to a prompt',
  fields: (t) => ({
    action: t.exposeString('action', { description: 'What was done, such as prompt.update' }),
    at: t.field({ type: 'DateTime', description: 'When', resolve: (event) => new Date(event.at) }),
    actor: t.field({ type: ActorType, description: 'Who', resolve: (event) => event.actor }),
    coalesced: t.exposeInt('coalesced', { description: 'How many earlier events were merged into this one' }),
    prompt: t.field({
      type: PromptType,
      description: 'The prompt as it is now',
      resolve: async (event, _args, { loaders }) =>
        (await loaders.prompt.load({ libraryId: event.libraryId, id: event.promptId! }))!,
    }),
  }),
})

const VersionCommittedType = builder.objectRef<Merged>('VersionCommitted').implement({
  description: 'A new commit',
  fields: (t) => ({
    commit: t.field({
      type: CommitType,
      description: 'The commit',
      resolve: async (event, _args, { loaders }) =>
        (await loaders.commit.load({
          libraryId: event.libraryId,
          id: commitKey(event.promptId!, event.subject.id),
        }))!,
    }),
    branch: t.field({
      type: BranchRefType,
      description: 'Where it was committed',
      resolve: async (event, _args, { loaders }) =>
        (await loaders.branch.load({ libraryId: event.libraryId, id: String(event.details.branchId) }))!,
    }),
    prompt: t.field({
      type: PromptType,
      description: 'The prompt as it is now',
      resolve: async (event, _args, { loaders }) =>
        (await loaders.prompt.load({ libraryId: event.libraryId, id: event.promptId! }))!,
    }),
  }),
})

interface PresenceRow {
  readonly libraryId: string
  readonly promptId: string
  readonly people: readonly { readonly kind: 'user' | 'key'; readonly id: string; readonly name: string }[]
}

const PromptPresenceType = builder.objectRef<PresenceRow>('PromptPresence').implement({
  description: 'Who is in a live document of a prompt now',
  fields: (t) => ({
    prompt: t.field({
      type: PromptType,
      description: 'The prompt',
      resolve: async (row, _args, { loaders }) =>
        (await loaders.prompt.load({ libraryId: row.libraryId, id: row.promptId }))!,
    }),
    people: t.field({
      type: [ActorType],
      description: 'Each once, first to come first',
      resolve: (row) => [...row.people],
    }),
  }),
})

function presenceOf(context: Context, libraryId: string): PresenceRow[] {
  return context.features.collaboration.presence(libraryId).map((entry) => ({ ...entry, libraryId }))
}

builder.objectField(LibraryType, 'presence', (t) =>
  t.field({
    type: [PromptPresenceType],
    description: 'Who is in a live document of this library now',
    resolve: (row, _args, context) => presenceOf(context, row.libraryId),
  }),
)
builder.objectField(PromptType, 'editors', (t) =>
  t.field({
    type: [ActorType],
    description: 'Who is in a live document of this prompt now',
    resolve: (row, _args, { features }) =>
      features.collaboration
        .presence(row.libraryId)
        .find((entry) => entry.promptId === row.id)
        ?.people.slice() ?? [],
  }),
)

export async function readablePrompt(context: Context, id: string) {
  const key = rowOf(id, 'Prompt', 'The prompt')
  await authorize(context.caller, key.libraryId, 'prompt.read', 'The prompt')
  const prompt = await context.loaders.prompt.load(key)
  if (!prompt) throw new NotFoundError('The prompt')
  return prompt
}

builder.subscriptionFields((t) => ({
  libraryActivity: t.field({
    type: LibraryActivityType,
    description: 'Everything that happens in a library. Who reads too slowly gets fewer, merged events.',
    args: { libraryId: t.arg.id({ required: true, description: 'The library' }) },
    subscribe: async (_root, args, context) => {
      const libraryId = libraryOf(args.libraryId)
      await authorize(context.caller, libraryId, 'library.read', 'The library')
      return changeStream(context, libraryTopic(libraryId), libraryId)
    },
    resolve: (event) => event,
  }),
  promptChanged: t.field({
    type: PromptChangeType,
    description: 'Changes of one prompt, commits included',
    args: { promptId: t.arg.id({ required: true, description: 'The prompt' }) },
    subscribe: async (_root, args, context) => {
      const prompt = await readablePrompt(context, args.promptId)
      return changeStream(context, promptTopic(prompt.id), prompt.libraryId)
    },
    resolve: (event) => event,
  }),
  versionCommitted: t.field({
    type: VersionCommittedType,
    description: 'New commits of one prompt',
    args: { promptId: t.arg.id({ required: true, description: 'The prompt' }) },
    subscribe: async (_root, args, context) => {
      const prompt = await readablePrompt(context, args.promptId)
      return changeStream(context, promptTopic(prompt.id), prompt.libraryId, (event) =>
        COMMITTED.has(event.action),
      )
    },
    resolve: (event) => event,
  }),
  presenceChanged: t.field({
    type: [PromptPresenceType],
    description: 'Who is in which live document of a library, whenever that changes',
    args: { libraryId: t.arg.id({ required: true, description: 'The library' }) },
    subscribe: async (_root, args, context) => {
      const libraryId = libraryOf(args.libraryId)
      await authorize(context.caller, libraryId, 'library.read', 'The library')
      return eventStream<{ libraryId: string }>({
        listen: (push) => context.features.bus.subscribe(`presence:${libraryId}`, () => push({ libraryId })),
        merge: (_waiting, event) => event,
        allowed: () => context.features.mayStillRead(context.caller.actor, libraryId),
      })
    },
    resolve: (event, _args, context) => presenceOf(context, event.libraryId),
  }),
}))
