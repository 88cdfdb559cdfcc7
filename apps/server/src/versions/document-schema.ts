import { type DiffStat, diffStat } from '@incipit/version-control'
import { ActorType } from '../accounts/schema.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { failures } from '../graphql/errors.ts'
import { commitKey } from '../graphql/loaders.ts'
import { findableAs, Node, nodeId, rowOf } from '../graphql/node.ts'
import { NotFoundError } from '../platform/errors.ts'
import { BranchRefType } from './schema.ts'
import type { BranchRow } from './store.ts'

/** Lines the live text of a branch adds to and removes from its head. */
async function differenceOf(row: BranchRow, { loaders }: Context): Promise<DiffStat & { changed: boolean }> {
  const { libraryId, promptId, headCommitId } = row
  const [live, head] = await Promise.all([
    loaders.liveDocument.load({ libraryId, id: row.documentId }),
    headCommitId === null ? null : loaders.commit.load({ libraryId, id: commitKey(promptId, headCommitId) }),
  ])
  if (!live) throw new NotFoundError('The live document')
  const base = head ? ((await loaders.content.load({ libraryId, id: head.contentHash })) ?? '') : ''
  return { changed: live.text !== base, ...diffStat(base, live.text) }
}

const UncommittedType = builder.objectRef<BranchRow>('UncommittedChanges').implement({
  description: 'How the live text differs from the head commit',
  fields: (t) => ({
    changed: t.boolean({
      description: 'Whether it differs at all',
      resolve: async (row, _args, context) => (await differenceOf(row, context)).changed,
    }),
    added: t.int({
      description: 'Lines added',
      resolve: async (row, _args, context) => (await differenceOf(row, context)).added,
    }),
    removed: t.int({
      description: 'Lines removed',
      resolve: async (row, _args, context) => (await differenceOf(row, context)).removed,
    }),
    changes: t.int({
      description: 'Edits acknowledged since the head commit',
      resolve: async (row, _args, { loaders }) =>
        ((await loaders.uncommitted.load({ libraryId: row.libraryId, id: row.documentId })) ?? []).reduce(
          (sum, entry) => sum + entry.changes,
          0,
        ),
    }),
    contributors: t.field({
      type: [ActorType],
      description: 'Who edited since the head commit',
      resolve: async (row, _args, { loaders }) => {
        const { libraryId } = row
        const entries = (await loaders.uncommitted.load({ libraryId, id: row.documentId })) ?? []
        const people = await Promise.all(
          entries.map(({ authorId }) => loaders.person.load({ libraryId, id: authorId })),
        )
        return people.flatMap((person) => person ?? [])
      },
    }),
  }),
})

const LiveDocumentType = builder.objectRef<BranchRow>('LiveDocument').implement({
  description:
    'The text people write in together: a Yjs text named content, joined over the y-websocket protocol',
  interfaces: [Node],
  fields: (t) => ({
    room: t.string({
      description: 'Name of the room: join it at /collab/<room>',
      resolve: (row) => `${row.libraryId}.${row.documentId}`,
    }),
    content: t.string({
      description: 'The live text as the server holds it now',
      resolve: async (row, _args, { loaders }) =>
        (await loaders.liveDocument.load({ libraryId: row.libraryId, id: row.documentId }))!.text,
    }),
    uncommitted: t.field({
      type: UncommittedType,
      description: 'How it differs from the head commit',
      resolve: (row) => row,
    }),
    branch: t.field({ type: BranchRefType, description: 'The branch it belongs to', resolve: (row) => row }),
  }),
})
nodeId(LiveDocumentType, (row) => [row.libraryId, row.documentId])
findableAs('LiveDocument', 2, async ([libraryId, id], { features, loaders }) =>
  (await loaders.library.load(libraryId!)) ? features.versions.branchOfDocument(libraryId!, id!) : null,
)

builder.objectFields(BranchRefType, (t) => ({
  document: t.field({
    type: LiveDocumentType,
    description: 'Its live document',
    resolve: (row) => ({ ...row }),
  }),
}))

const CollabTicketCreateInput = builder.inputType('CollabTicketCreateInput', {
  description: 'Which room to join',
  fields: (t) => ({ documentId: t.id({ required: true, description: 'The live document' }) }),
})
const CollabTicketCreatePayload = builder
  .objectRef<{ ticket: string; room: string; expiresAt: Date }>('CollabTicketCreatePayload')
  .implement({
    description: 'Admission to one room for a program that has no cookie',
    fields: (t) => ({
      ticket: t.exposeString('ticket', { description: 'Goes into the address: /collab/<room>?ticket=…' }),
      room: t.exposeString('room', { description: 'Name of the room' }),
      expiresAt: t.expose('expiresAt', {
        type: 'DateTime',
        description: 'Join before then; a connection that stands stays',
      }),
    }),
  })

builder.mutationFields((t) => ({
  collabTicketCreate: t.field({
    type: CollabTicketCreatePayload,
    description: 'A short-lived ticket for one room, for programs that cannot send a cookie',
    args: { input: t.arg({ type: CollabTicketCreateInput, required: true }) },
    errors: failures('CollabTicketCreateResult', 'validation', 'notFound', 'forbidden'),
    resolve: (_root, { input }, { features, caller }) => {
      const key = rowOf(input.documentId, 'LiveDocument', 'The live document')
      return features.collaboration.createTicket(caller, key.libraryId, key.id)
    },
  }),
}))
