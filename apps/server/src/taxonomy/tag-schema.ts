import { ActorType } from '../accounts/schema.ts'
import { builder, enumOf } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import { failures } from '../graphql/errors.ts'
import { idParts, libraryOf, rowOf } from '../graphql/node.ts'
import { LibraryType } from '../libraries/schema.ts'
import { NotFoundError } from '../platform/errors.ts'
import { TagCategoryEnum, TagType } from '../prompts/schema.ts'
import { TAG_ORDERS } from './tag-service.ts'
import type { TagRow } from './tag-store.ts'

const TagConnection = connectionOf(TagType, 'Tag')
const TagOrderEnum = enumOf('TagOrder', TAG_ORDERS, 'How tags are sorted', {
  name: 'By name',
  usage: 'The most used first, tags used equally by name',
})
const TagFilterInput = builder.inputType('TagFilter', {
  description: 'Which tags',
  fields: (t) => ({
    search: t.string({ description: 'Part of the name' }),
    category: t.field({ type: TagCategoryEnum, description: 'What they speak about' }),
    unused: t.boolean({ description: 'Only those that no prompt carries' }),
  }),
})

builder.objectField(LibraryType, 'tags', (t) =>
  t.field({
    type: TagConnection,
    description: 'Tags of the library',
    args: {
      ...pageArgs,
      filter: t.arg({ type: TagFilterInput, description: 'Which tags' }),
      orderBy: t.arg({
        type: TagOrderEnum,
        required: true,
        defaultValue: 'name',
        description: 'How to sort',
      }),
    },
    resolve: (row, { filter, orderBy, ...page }, { features }) =>
      features.taxonomy.tags(row.libraryId, { ...filter, orderBy }, page),
  }),
)

builder.objectFields(TagType, (t) => ({
  createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was first used' }),
  createdBy: t.field({
    type: ActorType,
    nullable: true,
    description: 'Who used it first; null for somebody nobody knows any more',
    resolve: (row, _args, { loaders }) =>
      loaders.person.load({ libraryId: row.libraryId, id: row.createdBy }),
  }),
}))

const TagUpdateInput = builder.inputType('TagUpdateInput', {
  description: 'What to change about a tag; absent fields stay',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The tag' }),
    name: t.string({ description: 'Its new name; written in lower case with hyphens' }),
    category: t.field({ type: TagCategoryEnum, description: 'What it speaks about' }),
  }),
})
const TagMergeInput = builder.inputType('TagMergeInput', {
  description: 'Tags of one library that mean the same',
  fields: (t) => ({
    libraryId: t.id({ required: true, description: 'The library' }),
    from: t.idList({ required: true, description: 'The tags that go, 1 to 50' }),
    into: t.id({ required: true, description: 'The tag that remains' }),
  }),
})
const TagDeleteInput = builder.inputType('TagDeleteInput', {
  description: 'A tag nobody needs',
  fields: (t) => ({ id: t.id({ required: true, description: 'The tag' }) }),
})
const tagPayload = (name: string, description: string, what: string) =>
  builder.objectRef<TagRow>(name).implement({
    description,
    fields: (t) => ({ tag: t.field({ type: TagType, description: what, resolve: (row) => row }) }),
  })
const TagUpdatePayload = tagPayload('TagUpdatePayload', 'Saved', 'The tag as it is now')
const TagMergePayload = tagPayload('TagMergePayload', 'Merged', 'The tag that remains')
const TagDeletePayload = builder.objectRef<TagRow>('TagDeletePayload').implement({
  description: 'Taken from its prompts, and away',
  fields: (t) => ({ name: t.exposeString('name', { description: 'What it was called' }) }),
})

/** Tags of a library that ids name. @throws NotFoundError where one is of another library */
function tagIds(libraryId: string, ids: readonly string[]): string[] {
  return ids.map((id) => {
    const [library, tag] = idParts(id, 'Tag', 'The tag')
    if (library !== libraryId) throw new NotFoundError('The tag')
    return tag!
  })
}

builder.mutationFields((t) => ({
  tagUpdate: t.field({
    type: TagUpdatePayload,
    description: 'Renames a tag wherever it is carried, or says what it speaks about',
    args: { input: t.arg({ type: TagUpdateInput, required: true }) },
    errors: failures('TagUpdateResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input: { id, ...input } }, { features, caller }) => {
      const key = rowOf(id, 'Tag', 'The tag')
      return features.taxonomy.updateTag(caller, key.libraryId, key.id, input)
    },
  }),
  tagMerge: t.field({
    type: TagMergePayload,
    description: 'Gives every prompt that carries one of the tags the remaining one instead',
    args: { input: t.arg({ type: TagMergeInput, required: true }) },
    errors: failures('TagMergeResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input }, { features, caller }) => {
      const libraryId = libraryOf(input.libraryId)
      const [into] = tagIds(libraryId, [input.into])
      return features.taxonomy.mergeTags(caller, libraryId, tagIds(libraryId, input.from), into!)
    },
  }),
  tagDelete: t.field({
    type: TagDeletePayload,
    description: 'Takes a tag from all its prompts, and away',
    args: { input: t.arg({ type: TagDeleteInput, required: true }) },
    errors: failures('TagDeleteResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input }, { features, caller }) => {
      const key = rowOf(input.id, 'Tag', 'The tag')
      return features.taxonomy.deleteTag(caller, key.libraryId, key.id)
    },
  }),
}))
