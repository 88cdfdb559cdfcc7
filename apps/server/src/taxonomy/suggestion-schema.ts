import type { OfferedTag, TaxonomySuggestion } from '@incipit/library'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { commitKey } from '../graphql/loaders.ts'
import { LibraryType } from '../libraries/schema.ts'
import { PromptType, TagCategoryEnum } from '../prompts/schema.ts'
import type { PromptRow } from '../prompts/store.ts'
import type { NameView } from './suggestion-service.ts'

const TagSuggestionType = builder.objectRef<OfferedTag>('TagSuggestion').implement({
  description: 'A tag that fits, for a person to accept',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name' }),
    category: t.field({
      type: TagCategoryEnum,
      description: 'What it speaks about',
      resolve: (tag) => tag.category,
    }),
    exists: t.exposeBoolean('exists', { description: 'Whether the library has it already' }),
  }),
})

const TaxonomySuggestionType = builder.objectRef<TaxonomySuggestion>('TaxonomySuggestion').implement({
  description: 'Where a prompt could belong, for a person to accept',
  fields: (t) => ({
    category: t.exposeString('category', { description: 'First level' }),
    subcategory: t.exposeString('subcategory', {
      nullable: true,
      description: 'Second level; null when the words speak for none',
    }),
    tags: t.field({
      type: [TagSuggestionType],
      description: 'At most twelve',
      resolve: ({ tags }) => [...tags],
    }),
  }),
})

const NameCheckType = builder.objectRef<NameView>('NameCheck').implement({
  description: 'What a name comes to',
  fields: (t) => ({
    ok: t.exposeBoolean('ok', { description: 'Whether a prompt can be called so' }),
    key: t.exposeString('key', {
      nullable: true,
      description: 'The key it gives; null when it gives none',
    }),
    taken: t.exposeBoolean('taken', { description: 'Whether another prompt has that key, or had it' }),
    message: t.exposeString('message', {
      nullable: true,
      description: 'What is wrong and what would be right; null when nothing is wrong',
    }),
    suggestion: t.exposeString('suggestion', {
      nullable: true,
      description: 'A name in the key that would do, where there is one',
    }),
  }),
})

builder.objectFields(LibraryType, (t) => ({
  suggestTaxonomy: t.field({
    type: TaxonomySuggestionType,
    description: 'Category, subcategory and tags that words speak for; nothing is changed',
    args: {
      name: t.arg.string({ description: 'Its name' }),
      description: t.arg.string({ description: 'What it does' }),
      content: t.arg.string({ description: 'Its text' }),
      model: t.arg.string({ description: 'Its model target; the one the text names where absent' }),
    },
    extensions: { cost: 20 },
    resolve: (row, args, { features }) => features.taxonomy.suggestTaxonomy(row.libraryId, args),
  }),
  checkName: t.field({
    type: NameCheckType,
    description: 'What a name comes to, while it is typed',
    args: {
      name: t.arg.string({ required: true, description: 'What people call it' }),
      category: t.arg.string({ required: true, description: 'First level of the taxonomy' }),
      subcategory: t.arg.string({ description: 'Second level; general where absent' }),
      keyName: t.arg.string({ description: 'The name in the key; made from the name where absent' }),
      variant: t.arg.string({ description: 'Tells prompts of the same name apart' }),
    },
    resolve: (row, args, { features }) => features.taxonomy.checkName(row.libraryId, args),
  }),
}))

/** The text of main's head; empty before the first commit. */
async function committedText({ libraryId, id, headCommitId }: PromptRow, { loaders }: Context) {
  if (headCommitId === null) return ''
  const head = await loaders.commit.load({ libraryId, id: commitKey(id, headCommitId) })
  return (head && (await loaders.content.load({ libraryId, id: head.contentHash }))) ?? ''
}

builder.objectField(PromptType, 'suggestedTags', (t) =>
  t.field({
    type: [TagSuggestionType],
    description: 'Tags its words on main speak for and it does not carry; at most twelve',
    extensions: { cost: 12 },
    resolve: async (row, _args, context) => {
      const { loaders, features } = context
      const [content, known, carried] = await Promise.all([
        committedText(row, context),
        loaders.knownTags.load(row.libraryId),
        loaders.tags.load(row),
      ])
      const names = new Set((carried ?? []).map(({ tag }) => tag.name))
      return features.taxonomy.suggestedTags(row, content, known ?? [], names)
    },
  }),
)
