import { VERSION_SCHEMES } from '@incipit/version-control'
import { LevelEnum, ViewerType, viewerActions } from '../accounts/schema.ts'
import { builder, enumOf } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import { failures } from '../graphql/errors.ts'
import { findableAs, libraryOf, Node, nodeId } from '../graphql/node.ts'
import type { LibraryRow } from './store.ts'

export const VersionSchemeEnum = enumOf('VersionScheme', VERSION_SCHEMES, 'How versions are numbered', {
  semver: 'MAJOR.MINOR.PATCH by change type, from 1.0.0',
  calver: 'YYYY.MM.DD, with .1, .2 on the same day',
  sequential: 'v1, v2, v3',
  hash: 'The first characters of the commit id',
})

export const LibraryType = builder.objectRef<LibraryRow>('Library').implement({
  description: 'A library: the tenant that prompts and members belong to',
  interfaces: [Node],
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Its place in addresses: /l/<slug>' }),
    name: t.exposeString('name', { description: 'Its name' }),
    description: t.exposeString('description', { description: 'What it is for; may be empty' }),
    versionScheme: t.field({
      type: VersionSchemeEnum,
      description: 'How its prompts are numbered',
      resolve: (row) => row.versionScheme as (typeof VERSION_SCHEMES)[number],
    }),
    staleAfterDays: t.exposeInt('staleAfterDays', {
      description: 'Days without a change after which a prompt counts as stale',
    }),
    requiredApprovals: t.exposeInt('requiredApprovals', {
      description: 'Approvals a change request needs where approval is required: 1 to 10',
    }),
    proseMerge: t.exposeBoolean('proseMerge', {
      description:
        'Whether merges join edits to different words of one line, and different keys of the front matter',
    }),
    tokenLimit: t.exposeInt('tokenLimit', {
      description: 'Tokens above which a prompt is reported as too long',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created' }),
    viewerLevel: t.field({
      type: LevelEnum,
      description: 'Your level here',
      resolve: async (row, _args, { caller }) => (await caller.subjectIn(row.libraryId))!.level,
    }),
    viewerActions: t.stringList({
      description: 'What you may do here: names of the access table',
      resolve: async (row, _args, { caller }) => viewerActions(await caller.subjectIn(row.libraryId)),
    }),
  }),
})
nodeId(LibraryType, (row) => [row.libraryId])
findableAs('Library', 1, ([id], { loaders }) => loaders.library.load(id!))
const LibraryConnection = connectionOf(LibraryType, 'Library')

findableAs('User', 1, async ([id], { features, caller, loaders }) => {
  if (!caller.actor) return null
  const self = caller.actor.kind === 'user' && caller.actor.id === id
  return self || (await features.libraries.sharesLibrary(caller.actor, id!)) ? loaders.user.load(id!) : null
})

builder.queryField('library', (t) =>
  t.field({
    type: LibraryType,
    nullable: true,
    description: 'A library by its address; null when there is none or you are no member',
    args: { slug: t.arg.string({ required: true, description: 'Its place in addresses' }) },
    resolve: (_root, { slug }, { features, caller }) => features.libraries.libraryBySlug(caller, slug),
  }),
)

builder.objectFields(ViewerType, (t) => ({
  libraries: t.field({
    type: LibraryConnection,
    description: 'Libraries you belong to, oldest first',
    args: pageArgs,
    resolve: (_viewer, args, { features, caller }) => features.libraries.librariesOf(caller.actor!, args),
  }),
}))

const LibraryCreateInput = builder.inputType('LibraryCreateInput', {
  description: 'A new library',
  fields: (t) => ({
    name: t.string({ required: true, description: '1 to 80 characters' }),
    slug: t.string({ description: 'Its place in addresses; made from the name where absent' }),
    description: t.string({ description: 'What it is for' }),
    versionScheme: t.field({
      type: VersionSchemeEnum,
      description: 'How its prompts are numbered; semver where absent',
    }),
  }),
})
const LibraryUpdateInput = builder.inputType('LibraryUpdateInput', {
  description: 'What to change; absent fields stay',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The library' }),
    name: t.string({ description: '1 to 80 characters' }),
    description: t.string({ description: 'What it is for' }),
    versionScheme: t.field({ type: VersionSchemeEnum, description: 'For versions from now on' }),
    staleAfterDays: t.int({ description: '1 to 3650' }),
    requiredApprovals: t.int({
      description: 'Approvals a change request needs where approval is required: 1 to 10',
    }),
    proseMerge: t.boolean({
      description:
        'Whether merges join edits to different words of one line, and different keys of the front matter',
    }),
    tokenLimit: t.int({ description: '100 to 2,000,000' }),
  }),
})
const libraryPayload = (name: string) =>
  builder.objectRef<LibraryRow>(name).implement({
    description: 'Saved',
    fields: (t) => ({
      library: t.field({ type: LibraryType, description: 'The library as it is now', resolve: (row) => row }),
    }),
  })
const LibraryCreatePayload = libraryPayload('LibraryCreatePayload')
const LibraryUpdatePayload = libraryPayload('LibraryUpdatePayload')

builder.mutationFields((t) => ({
  libraryCreate: t.field({
    type: LibraryCreatePayload,
    description: 'Creates a library with you as its admin; for operators of the server',
    args: { input: t.arg({ type: LibraryCreateInput, required: true }) },
    errors: failures('LibraryCreateResult', 'validation', 'forbidden', 'conflict'),
    resolve: (_root, { input }, { features, caller }) => features.libraries.createLibrary(caller, input),
  }),
  libraryUpdate: t.field({
    type: LibraryUpdatePayload,
    description: 'Changes a library; for admins',
    args: { input: t.arg({ type: LibraryUpdateInput, required: true }) },
    errors: failures('LibraryUpdateResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input: { id, ...input } }, { features, caller }) =>
      features.libraries.updateLibrary(caller, libraryOf(id), input),
  }),
}))
