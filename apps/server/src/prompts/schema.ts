import {
  isStale,
  STATUSES,
  type Status,
  TAG_CATEGORIES,
  type TagCategory,
  templateOf,
} from '@incipit/library'
import type { ActorRef } from '../accounts/index.ts'
import { ActorType } from '../accounts/schema.ts'
import { builder, enumOf } from '../graphql/builder.ts'
import { connectionOf, pageArgs } from '../graphql/connection.ts'
import { failures } from '../graphql/errors.ts'
import { findableAs, libraryOf, Node, nodeId, rowOf } from '../graphql/node.ts'
import { LibraryType } from '../libraries/schema.ts'
import { NotFoundError, ValidationError } from '../platform/errors.ts'
import type { PromptFilter, PromptOrderField, PromptRow, TagRow } from './store.ts'

const statusNames = STATUSES.map((rule) => rule.status)
export const PromptStatusEnum = enumOf('PromptStatus', statusNames, 'Where a prompt stands in its life')
export const TagCategoryEnum = enumOf('TagCategory', TAG_CATEGORIES, 'What a tag speaks about')

export const TagType = builder.objectRef<TagRow>('Tag').implement({
  description: 'A word that groups prompts',
  interfaces: [Node],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Lower case, hyphens for blanks' }),
    category: t.field({
      type: TagCategoryEnum,
      description: 'What it speaks about',
      resolve: (tag) => tag.category as TagCategory,
    }),
    usageCount: t.int({
      description: 'Prompts that carry it',
      resolve: async (tag, _args, { loaders }) => (await loaders.tagUsage.load(tag)) ?? 0,
    }),
  }),
})
nodeId(TagType, (tag) => [tag.libraryId, tag.id])
findableAs('Tag', 2, async ([libraryId, id], { features, loaders }) =>
  (await loaders.library.load(libraryId!)) ? features.prompts.findTag(libraryId!, id!) : null,
)

const ExcerptType = builder.objectRef<{ text: string; from: number; to: number }>('SearchExcerpt').implement({
  description: 'Text around a hit of the search',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The surroundings, hit included' }),
    from: t.exposeInt('from', { description: 'Where the hit begins in it, in UTF-16 units' }),
    to: t.exposeInt('to', { description: 'Where the hit ends in it' }),
  }),
})

export const PromptType = builder.objectRef<PromptRow>('Prompt').implement({
  description: 'A prompt: one text document with its history, and what is said about it',
  interfaces: [Node],
  fields: (t) => ({
    key: t.exposeString('key', {
      description: 'What programs fetch it by: category-subcategory-name[-variant]',
    }),
    name: t.exposeString('name', { description: 'What people call it' }),
    description: t.exposeString('description', { description: 'What it does; may be empty' }),
    category: t.exposeString('category', { description: 'First level of the taxonomy' }),
    subcategory: t.exposeString('subcategory', { description: 'Second level; general where nobody chose' }),
    status: t.field({
      type: PromptStatusEnum,
      description: 'Where it stands in its life',
      resolve: (row) => row.status as Status,
    }),
    owner: t.exposeString('owner', { description: 'The team or person who answers for it' }),
    templateLanguage: t.exposeString('templateLanguage', {
      description: 'mustache, or the language of a text kept as it came',
    }),
    version: t.exposeString('version', {
      nullable: true,
      description: 'Latest version number on main; null before the first',
    }),
    author: t.field({ type: ActorType, description: 'Who created it', resolve: (row) => authorOf(row) }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created' }),
    modifiedAt: t.expose('modifiedAt', {
      type: 'DateTime',
      description: 'Last commit or change of what is said about it',
    }),
    modifiedBy: t.field({
      type: ActorType,
      description: 'Whose that was',
      resolve: (row) => modifierOf(row),
    }),
    archivedAt: t.expose('archivedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was archived',
    }),
    model: t.exposeString('model', {
      nullable: true,
      description: 'The model target that the text on main names; null where it names none',
    }),
    tokenCount: t.exposeInt('tokenCount', {
      nullable: true,
      description:
        'Tokens of the text on main for its model; an estimate where the tokenizer of the model is not public; null for foreign template languages',
    }),
    errorCount: t.exposeInt('errorCount', { description: 'Errors in the text on main' }),
    warningCount: t.exposeInt('warningCount', { description: 'Warnings about the text on main' }),
    library: t.field({
      type: LibraryType,
      description: 'Where it belongs',
      resolve: async (row, _args, { loaders }) => (await loaders.library.load(row.libraryId))!,
    }),
    stale: t.boolean({
      description: 'Whether it has not changed for longer than the library allows',
      resolve: async (row, _args, { loaders }) => {
        const library = await loaders.library.load(row.libraryId)
        return isStale(row.modifiedAt, new Date(), library!.staleAfterDays)
      },
    }),
    tags: t.field({
      type: [TagType],
      description: 'Its tags by name; at most 20',
      resolve: async (row, _args, { loaders }) =>
        ((await loaders.tags.load(row)) ?? []).map((entry) => entry.tag),
    }),
    excerpt: t.field({
      type: ExcerptType,
      nullable: true,
      description: 'Text around the first hit of a search in the committed content; null without a hit',
      args: {
        search: t.arg.string({ required: true, description: 'What to look for; at most 200 characters' }),
      },
      resolve: async (row, { search }, { loaders }) => {
        if (search.length > 200)
          throw ValidationError.of('search', 'A search has at most 200 characters. Shorten it.')
        const text = search.trim()
        if (text === '' || text.includes('\u0000')) return null
        const hit = await loaders.excerpt(text).load(row)
        return hit && excerptOf(hit.text, text)
      },
    }),
  }),
})
nodeId(PromptType, (row) => [row.libraryId, row.id])
findableAs('Prompt', 2, ([libraryId, id], { loaders }) =>
  loaders.prompt.load({ libraryId: libraryId!, id: id! }),
)

function excerptOf(text: string, search: string): { text: string; from: number; to: number } {
  const from = Math.max(0, text.toLowerCase().indexOf(search.toLowerCase()))
  return { text, from, to: Math.min(text.length, from + search.length) }
}

function authorOf(row: PromptRow): ActorRef {
  return { kind: row.authorKind as ActorRef['kind'], id: row.authorId, name: row.authorName }
}

function modifierOf(row: PromptRow): ActorRef {
  return { kind: row.modifierKind as ActorRef['kind'], id: row.modifierId, name: row.modifierName }
}

export const PromptConnection = connectionOf(PromptType, 'Prompt')

const PromptFilterInput = builder.inputType('PromptFilter', {
  description:
    'Which prompts; absent fields do not narrow, several values of one field widen it, tags narrow together',
  fields: (t) => ({
    search: t.string({ description: 'Text in name, key, description or committed content' }),
    category: t.stringList({ description: 'In one of these categories' }),
    status: t.field({ type: [PromptStatusEnum], description: 'In one of these statuses' }),
    tags: t.stringList({ description: 'Carrying all of these tags' }),
    archived: t.boolean({ description: 'Archived prompts instead of the others' }),
  }),
})
export const OrderFieldEnum = builder.enumType('PromptOrderField', {
  description: 'What prompts can be sorted by',
  values: ['MODIFIED_AT', 'CREATED_AT', 'NAME', 'KEY'] as const satisfies readonly PromptOrderField[],
})
export const DirectionEnum = builder.enumType('OrderDirection', {
  description: 'Up or down',
  values: ['ASC', 'DESC'] as const,
})
export const PromptOrderInput = builder.inputType('PromptOrder', {
  description: 'How to sort',
  fields: (t) => ({
    field: t.field({ type: OrderFieldEnum, required: true, description: 'By what' }),
    direction: t.field({ type: DirectionEnum, required: true, description: 'Which way' }),
  }),
})

export const FacetCountType = builder.objectRef<{ value: string; count: number }>('FacetCount').implement({
  description: 'A value and how many prompts have it',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'The value' }),
    count: t.exposeInt('count', { description: 'Prompts that have it' }),
  }),
})
type Facets = Record<'categories' | 'statuses' | 'tags', { value: string; count: number }[]> & {
  total: number
}
const FacetsType = builder.objectRef<Facets>('PromptFacets').implement({
  description:
    'Counts for narrowing a list. Each facet leaves out its own choice, so that the other values stay in sight.',
  fields: (t) => ({
    categories: t.field({
      type: [FacetCountType],
      description: 'By category',
      resolve: (facets) => facets.categories,
    }),
    statuses: t.field({
      type: [FacetCountType],
      description: 'By status',
      resolve: (facets) => facets.statuses,
    }),
    tags: t.field({
      type: [FacetCountType],
      description: 'The fifty most used tags',
      resolve: (facets) => facets.tags,
    }),
    total: t.exposeInt('total', { description: 'Prompts of the whole filter' }),
  }),
})

builder.objectFields(LibraryType, (t) => ({
  prompts: t.field({
    type: PromptConnection,
    description: 'Prompts, last changed first unless sorted otherwise',
    args: {
      ...pageArgs,
      filter: t.arg({ type: PromptFilterInput, description: 'Which prompts' }),
      orderBy: t.arg({ type: PromptOrderInput, description: 'How to sort' }),
    },
    resolve: (row, { filter, orderBy, ...page }, { features }) =>
      features.prompts.list(
        row.libraryId,
        toFilter(filter),
        orderBy ?? { field: 'MODIFIED_AT', direction: 'DESC' },
        page,
      ),
  }),
  prompt: t.field({
    type: PromptType,
    nullable: true,
    description: 'A prompt by its key',
    args: { key: t.arg.string({ required: true, description: 'Its key' }) },
    resolve: (row, { key }, { features }) => features.prompts.findByKey(row.libraryId, key),
  }),
  facets: t.field({
    type: FacetsType,
    description: 'Counts for narrowing the list of prompts',
    args: { filter: t.arg({ type: PromptFilterInput, description: 'Which prompts' }) },
    resolve: (row, { filter }, { features }) => features.prompts.facets(row.libraryId, toFilter(filter)),
  }),
}))

/** What a new prompt is copied from. @throws NotFoundError for a prompt of another library */
function templateIn(libraryId: string, id: string) {
  if (templateOf(id)) return { name: id }
  const key = rowOf(id, 'Prompt', 'The template')
  if (key.libraryId !== libraryId) throw new NotFoundError('The template')
  return { promptId: key.id }
}

function toFilter(filter: PromptFilter | null | undefined): PromptFilter {
  return filter ?? {}
}

const PromptCreateInput = builder.inputType('PromptCreateInput', {
  description: 'A new prompt',
  fields: (t) => ({
    libraryId: t.id({ required: true, description: 'The library' }),
    name: t.string({ required: true, description: 'What people call it, 1 to 200 characters' }),
    keyName: t.string({
      description: 'The name inside the key, kebab-case; made from the name where absent',
    }),
    category: t.string({ required: true, description: 'First level of the taxonomy' }),
    subcategory: t.string({ description: 'Second level; general where absent' }),
    variant: t.string({ description: 'Tells prompts of the same name apart' }),
    description: t.string({ description: 'What it does' }),
    owner: t.string({ description: 'Who answers for it; the category’s usual owner where absent' }),
    tags: t.stringList({ description: 'At most 20' }),
    content: t.string({ description: 'The text to start from, uncommitted; a small example where absent' }),
    templateId: t.id({
      description:
        'What to copy the text from instead: a template of Library.templates, or any prompt of the library',
    }),
  }),
})
const CustomValueInput = builder.inputType('CustomValueInput', {
  description: 'What a prompt says in a custom field',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Key of the field' }),
    value: t.string({ description: 'As text, such as 12, true or 2026-01-31; null takes the value away' }),
  }),
})
const PromptUpdateInput = builder.inputType('PromptUpdateInput', {
  description:
    'What to change; absent fields stay. A new category, subcategory, name in the key or variant changes the key.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The prompt' }),
    name: t.string({ description: 'What people call it' }),
    keyName: t.string({ description: 'The name inside the key, kebab-case' }),
    category: t.string({ description: 'First level of the taxonomy' }),
    subcategory: t.string({ description: 'Second level' }),
    variant: t.string({ description: 'Tells prompts of the same name apart; empty for none' }),
    description: t.string({ description: 'What it does' }),
    owner: t.string({ description: 'Who answers for it' }),
    tags: t.stringList({ description: 'All of its tags from now on' }),
    customValues: t.field({
      type: [CustomValueInput],
      description:
        'What it says in the library’s own fields; those left out stay, required ones have to be there',
    }),
  }),
})
export const promptPayload = (name: string, description: string) =>
  builder.objectRef<PromptRow>(name).implement({
    description,
    fields: (t) => ({
      prompt: t.field({ type: PromptType, description: 'The prompt as it is now', resolve: (row) => row }),
    }),
  })
const PromptCreatePayload = promptPayload(
  'PromptCreatePayload',
  'Created, with its branch main and its live document',
)
const PromptUpdatePayload = promptPayload('PromptUpdatePayload', 'Saved')

builder.mutationFields((t) => ({
  promptCreate: t.field({
    type: PromptCreatePayload,
    description: 'Creates a prompt',
    args: { input: t.arg({ type: PromptCreateInput, required: true }) },
    errors: failures('PromptCreateResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input: { libraryId, templateId, ...input } }, { features, caller }) => {
      const library = libraryOf(libraryId)
      const template = templateId == null ? null : templateIn(library, templateId)
      return features.prompts.create(caller, library, { ...input, template })
    },
  }),
  promptUpdate: t.field({
    type: PromptUpdatePayload,
    description: 'Renames, describes, tags or moves a prompt',
    args: { input: t.arg({ type: PromptUpdateInput, required: true }) },
    errors: failures('PromptUpdateResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input: { id, ...input } }, { features, caller }) => {
      const key = rowOf(id, 'Prompt', 'The prompt')
      return features.prompts.update(caller, key.libraryId, key.id, input)
    },
  }),
}))
