import type { ActorRef } from '../accounts/index.ts'
import { ActorType } from '../accounts/schema.ts'
import { builder } from '../graphql/builder.ts'
import { failures } from '../graphql/errors.ts'
import { commitKey } from '../graphql/loaders.ts'
import { findableAs, idParts, Node, nodeId } from '../graphql/node.ts'
import { PromptType } from '../prompts/schema.ts'
import type { CommitTagRow } from './index.ts'
import { CommitType } from './schema.ts'

const CommitTagType = builder.objectRef<CommitTagRow>('CommitTag').implement({
  description: 'A name on a commit. It never moves and is never deleted.',
  interfaces: [Node],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Unique in the prompt' }),
    note: t.exposeString('note', { description: 'What it stands for; may be empty' }),
    commit: t.field({
      type: CommitType,
      description: 'The commit it names',
      resolve: async (row, _args, { loaders }) =>
        (await loaders.commit.load({ libraryId: row.libraryId, id: commitKey(row.promptId, row.commitId) }))!,
    }),
    taggedBy: t.field({
      type: ActorType,
      description: 'Who gave the name',
      resolve: (row) => ({
        kind: row.taggerKind as ActorRef['kind'],
        id: row.taggerId,
        name: row.taggerName,
      }),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When' }),
  }),
})
nodeId(CommitTagType, (row) => [row.libraryId, row.id])
findableAs('CommitTag', 2, async ([libraryId, id], { features, loaders }) =>
  (await loaders.library.load(libraryId!)) ? features.versions.findTag(libraryId!, id!) : null,
)

builder.objectField(CommitType, 'tags', (t) =>
  t.field({
    type: [CommitTagType],
    description: 'Names on it, the oldest first',
    resolve: async (row, _args, { loaders }) =>
      (await loaders.tagsOfCommit.load({ libraryId: row.libraryId, id: commitKey(row.promptId, row.id) })) ??
      [],
  }),
)
builder.objectField(PromptType, 'commitTags', (t) =>
  t.field({
    type: [CommitTagType],
    description: 'Names on its commits, newest first; at most 500',
    extensions: { cost: 50 },
    resolve: async (row, _args, { loaders }) => (await loaders.tagsOfPrompt.load(row)) ?? [],
  }),
)

const CommitTagCreateInput = builder.inputType('CommitTagCreateInput', {
  description: 'A commit and its name',
  fields: (t) => ({
    commitId: t.id({ required: true, description: 'The commit' }),
    name: t.string({
      required: true,
      description:
        'Letters a to z, digits, and single hyphens, dots, underscores or slashes between them, at most 80; nothing that looks like a version, hash or branch',
    }),
    note: t.string({ description: 'What it stands for; at most 2,000 characters' }),
  }),
})
const CommitTagCreatePayload = builder.objectRef<{ tag: CommitTagRow }>('CommitTagCreatePayload').implement({
  description: 'Named',
  fields: (t) => ({
    tag: t.field({ type: CommitTagType, description: 'The tag', resolve: (payload) => payload.tag }),
  }),
})

builder.mutationField('commitTagCreate', (t) =>
  t.field({
    type: CommitTagCreatePayload,
    description: 'Names a commit for good. A name that is taken is a conflict that says by which commit.',
    args: { input: t.arg({ type: CommitTagCreateInput, required: true }) },
    errors: failures('CommitTagCreateResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: async (_root, { input }, { features, caller }) => {
      const [libraryId, promptId, commitId] = idParts(input.commitId, 'Commit', 'The commit')
      const address = { libraryId: libraryId!, promptId: promptId!, commitId: commitId! }
      const { name, note } = input
      return { tag: await features.versions.createTag(caller, address, { name, note: note ?? null }) }
    },
  }),
)
