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
import { connectionOf } from '../graphql/connection.ts'
import { failures } from '../graphql/errors.ts'
import { findableAs, libraryOf, Node, nodeId, rowOf } from '../graphql/node.ts'
import { LibraryType } from '../libraries/schema.ts'
import { NotFoundError } from '../platform/errors.ts'
import type { PromptRow, TagRow } from './store.ts'

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
  }),
})
nodeId(PromptType, (row) => [row.libraryId, row.id])
findableAs('Prompt', 2, ([libraryId, id], { loaders }) =>
  loaders.prompt.load({ libraryId: libraryId!, id: id! }),
)

function authorOf(row: PromptRow): ActorRef {
  return { kind: row.authorKind as ActorRef['kind'], id: row.authorId, name: row.authorName }
}

function modifierOf(row: PromptRow): ActorRef {
  return { kind: row.modifierKind as ActorRef['kind'], id: row.modifierId, name: row.modifierName }
}

export const PromptConnection = connectionOf(PromptType, 'Prompt')

builder.objectFields(LibraryType, (t) => ({
  prompt: t.field({
    type: PromptType,
    nullable: true,
    description: 'A prompt by its key',
    args: { key: t.arg.string({ required: true, description: 'Its key' }) },
    resolve: (row, { key }, { features }) => features.prompts.findByKey(row.libraryId, key),
  }),
}))

/** What a new prompt is copied from. @throws NotFoundError for a prompt of another library */
function templateIn(libraryId: string, id: string) {
  if (templateOf(id)) return { name: id }
  const key = rowOf(id, 'Prompt', 'The template')
  if (key.libraryId !== libraryId) throw new NotFoundError('The template')
  return { promptId: key.id }
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
