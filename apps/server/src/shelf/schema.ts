import type { Status } from '@incipit/library'
import { UserRefType } from '../accounts/schema.ts'
import { builder } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import { failures } from '../graphql/errors.ts'
import { findableAs, libraryOf, Node, nodeId, nullIfHidden, rowOf } from '../graphql/node.ts'
import { LibraryType } from '../libraries/schema.ts'
import { PromptConnection, PromptStatusEnum, PromptType, promptPayload } from '../prompts/schema.ts'
import type { PromptOrderField } from '../search/index.ts'
import { DirectionEnum, OrderFieldEnum, PromptOrderInput } from '../search/schema.ts'
import type { SavedSearchRow } from './index.ts'
import { MOST_RECENT } from './prompt-shelf.ts'
import type { SavedQuery } from './tables.ts'

type SavedOrder = NonNullable<SavedQuery['orderBy']>
const SavedOrderType = builder.objectRef<SavedOrder>('SavedSearchOrder').implement({
  description: 'How a saved search sorts',
  fields: (t) => ({
    field: t.field({
      type: OrderFieldEnum,
      description: 'By what',
      resolve: ({ field }) => field as PromptOrderField,
    }),
    direction: t.field({
      type: DirectionEnum,
      description: 'Which way',
      resolve: (order) => order.direction,
    }),
  }),
})
const SavedQueryType = builder.objectRef<SavedQuery>('SavedSearchQuery').implement({
  description: 'What a saved search looks for; empty lists and null do not narrow',
  fields: (t) => ({
    search: t.string({ nullable: true, description: 'Text', resolve: ({ search }) => search ?? null }),
    category: t.stringList({ description: 'Categories', resolve: ({ category }) => [...(category ?? [])] }),
    status: t.field({
      type: [PromptStatusEnum],
      description: 'Statuses',
      resolve: ({ status }) => [...(status ?? [])] as Status[],
    }),
    tags: t.stringList({ description: 'Tags', resolve: ({ tags }) => [...(tags ?? [])] }),
    owner: t.stringList({ description: 'Owners', resolve: ({ owner }) => [...(owner ?? [])] }),
    model: t.stringList({ description: 'Model targets', resolve: ({ model }) => [...(model ?? [])] }),
    stale: t.boolean({ nullable: true, description: 'Whether stale', resolve: ({ stale }) => stale ?? null }),
    hasOpenChanges: t.boolean({
      nullable: true,
      description: 'Whether with open changes',
      resolve: ({ hasOpenChanges }) => hasOpenChanges ?? null,
    }),
    hasErrors: t.boolean({
      nullable: true,
      description: 'Whether with errors in the text on main',
      resolve: ({ hasErrors }) => hasErrors ?? null,
    }),
    archived: t.boolean({
      nullable: true,
      description: 'Whether in the archive',
      resolve: ({ archived }) => archived ?? null,
    }),
    orderBy: t.field({
      type: SavedOrderType,
      nullable: true,
      description: 'How it sorts; null as usual',
      resolve: ({ orderBy }) => orderBy ?? null,
    }),
  }),
})

const SavedSearchType = builder.objectRef<SavedSearchRow>('SavedSearch').implement({
  description: 'A search somebody keeps under a name',
  interfaces: [Node],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name' }),
    query: t.field({ type: SavedQueryType, description: 'What it looks for', resolve: ({ query }) => query }),
    shared: t.exposeBoolean('shared', { description: 'Whether everybody in the library sees it' }),
    isMine: t.boolean({
      description: 'Whether it is yours',
      resolve: (row, _args, { caller }) => row.userId === caller.actor?.id,
    }),
    owner: t.field({
      type: UserRefType,
      nullable: true,
      description: 'Whose it is',
      resolve: (row, _args, { loaders }) => loaders.user.load(row.userId),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was saved' }),
  }),
})
nodeId(SavedSearchType, (row) => [row.libraryId, row.id])
findableAs('SavedSearch', 2, ([libraryId, id], { features, caller }) =>
  nullIfHidden(() => features.shelf.findSearch(caller, libraryId!, id!)),
)
const SavedSearchConnection = connectionOf(SavedSearchType, 'SavedSearch')

builder.objectField(PromptType, 'isFavourite', (t) =>
  t.boolean({
    description: 'Whether you marked it as a favourite; never for API keys',
    resolve: async (row, _args, { loaders }) => (await loaders.favourite.load(row)) ?? false,
  }),
)
builder.objectFields(LibraryType, (t) => ({
  favourites: t.field({
    type: PromptConnection,
    description: 'Prompts you marked, the last one first; API keys have none',
    args: pageArgs,
    resolve: (row, args, { features, caller }) => features.shelf.favourites(caller, row.libraryId, args),
  }),
  recentlyOpened: t.field({
    type: [PromptType],
    description: 'Prompts you opened last, the latest first; API keys have none',
    args: {
      first: t.arg.int({ required: true, defaultValue: 10, description: `1 to ${MOST_RECENT}` }),
    },
    resolve: (row, { first }, { features, caller }) =>
      features.shelf.recentlyOpened(caller, row.libraryId, first),
  }),
  savedSearches: t.field({
    type: SavedSearchConnection,
    description: 'Your saved searches and those that others share, by name; API keys have none',
    args: pageArgs,
    resolve: (row, args, { features, caller }) => features.shelf.savedSearches(caller, row.libraryId, args),
  }),
}))

const PromptFavouriteInput = builder.inputType('PromptFavouriteInput', {
  description: 'A prompt to find again',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The prompt' }),
    favourite: t.boolean({ required: true, description: 'Whether it is one of your favourites from now on' }),
  }),
})
const PromptOpenedInput = builder.inputType('PromptOpenedInput', {
  description: 'A prompt you look at',
  fields: (t) => ({ id: t.id({ required: true, description: 'The prompt' }) }),
})
const SavedSearchQueryInput = builder.inputType('SavedSearchQueryInput', {
  description: 'What a saved search looks for; absent fields do not narrow',
  fields: (t) => ({
    search: t.string({ description: 'Text, at most 200 characters' }),
    category: t.stringList({ description: 'Categories' }),
    status: t.field({ type: [PromptStatusEnum], description: 'Statuses' }),
    tags: t.stringList({ description: 'Tags' }),
    owner: t.stringList({ description: 'Owners' }),
    model: t.stringList({ description: 'Model targets' }),
    stale: t.boolean({ description: 'Whether stale' }),
    hasOpenChanges: t.boolean({ description: 'Whether with open changes' }),
    hasErrors: t.boolean({ description: 'Whether with errors in the text on main' }),
    archived: t.boolean({ description: 'Whether in the archive' }),
    orderBy: t.field({ type: PromptOrderInput, description: 'How to sort' }),
  }),
})
const SavedSearchCreateInput = builder.inputType('SavedSearchCreateInput', {
  description: 'A search to keep; at most 100 for a person in a library',
  fields: (t) => ({
    libraryId: t.id({ required: true, description: 'The library' }),
    name: t.string({ required: true, description: '1 to 80 characters' }),
    query: t.field({ type: SavedSearchQueryInput, required: true, description: 'What it looks for' }),
    shared: t.boolean({ description: 'Whether everybody in the library sees it; no where absent' }),
  }),
})
const SavedSearchUpdateInput = builder.inputType('SavedSearchUpdateInput', {
  description: 'What to change; absent fields stay',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The saved search' }),
    name: t.string({ description: '1 to 80 characters' }),
    query: t.field({ type: SavedSearchQueryInput, description: 'What it looks for from now on' }),
    shared: t.boolean({ description: 'Whether everybody in the library sees it' }),
  }),
})
const SavedSearchDeleteInput = builder.inputType('SavedSearchDeleteInput', {
  description: 'A search to forget',
  fields: (t) => ({ id: t.id({ required: true, description: 'The saved search' }) }),
})
const PromptFavouritePayload = promptPayload('PromptFavouritePayload', 'Noted for you alone')
const PromptOpenedPayload = promptPayload('PromptOpenedPayload', 'Noted for you alone')
const searchPayload = (name: string, description: string) =>
  builder.objectRef<SavedSearchRow>(name).implement({
    description,
    fields: (t) => ({
      savedSearch: t.field({ type: SavedSearchType, description: 'The search', resolve: (row) => row }),
    }),
  })
const SavedSearchCreatePayload = searchPayload('SavedSearchCreatePayload', 'Saved')
const SavedSearchUpdatePayload = searchPayload('SavedSearchUpdatePayload', 'Saved')
const SavedSearchDeletePayload = searchPayload('SavedSearchDeletePayload', 'Forgotten: it was this one')

builder.mutationFields((t) => ({
  promptFavourite: t.field({
    type: PromptFavouritePayload,
    description: 'Marks a prompt as your favourite, or no longer',
    args: { input: t.arg({ type: PromptFavouriteInput, required: true }) },
    errors: failures('PromptFavouriteResult', 'validation', 'notFound', 'forbidden'),
    resolve: (_root, { input }, { features, caller }) => {
      const key = rowOf(input.id, 'Prompt', 'The prompt')
      return features.shelf.setFavourite(caller, key.libraryId, key.id, input.favourite)
    },
  }),
  promptOpened: t.field({
    type: PromptOpenedPayload,
    description: 'Notes that you opened a prompt, for your list of the last opened',
    args: { input: t.arg({ type: PromptOpenedInput, required: true }) },
    errors: failures('PromptOpenedResult', 'validation', 'notFound', 'forbidden'),
    resolve: (_root, { input }, { features, caller }) => {
      const key = rowOf(input.id, 'Prompt', 'The prompt')
      return features.shelf.noteOpened(caller, key.libraryId, key.id)
    },
  }),
  savedSearchCreate: t.field({
    type: SavedSearchCreatePayload,
    description: 'Keeps a search under a name',
    args: { input: t.arg({ type: SavedSearchCreateInput, required: true }) },
    errors: failures('SavedSearchCreateResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input: { libraryId, ...input } }, { features, caller }) =>
      features.shelf.createSearch(caller, libraryOf(libraryId), input),
  }),
  savedSearchUpdate: t.field({
    type: SavedSearchUpdatePayload,
    description: 'Renames, changes, shares or unshares a search of yours; of shared ones admins do it too',
    args: { input: t.arg({ type: SavedSearchUpdateInput, required: true }) },
    errors: failures('SavedSearchUpdateResult', 'validation', 'notFound', 'forbidden'),
    resolve: (_root, { input: { id, ...input } }, { features, caller }) => {
      const key = rowOf(id, 'SavedSearch', 'The saved search')
      return features.shelf.updateSearch(caller, key.libraryId, key.id, input)
    },
  }),
  savedSearchDelete: t.field({
    type: SavedSearchDeletePayload,
    description: 'Forgets a search of yours; of shared ones admins do it too',
    args: { input: t.arg({ type: SavedSearchDeleteInput, required: true }) },
    errors: failures('SavedSearchDeleteResult', 'validation', 'notFound', 'forbidden'),
    resolve: (_root, { input }, { features, caller }) => {
      const key = rowOf(input.id, 'SavedSearch', 'The saved search')
      return features.shelf.deleteSearch(caller, key.libraryId, key.id)
    },
  }),
}))
