import { builder } from '../graphql/builder.ts'
import { LibraryType } from '../libraries/schema.ts'
import { TagCategoryEnum, TagType } from '../prompts/schema.ts'
import { CategoryType } from './category-schema.ts'
import type { TagGroup, TaxonomyReport } from './report-service.ts'

const TagGroupType = builder.objectRef<TagGroup>('TagGroup').implement({
  description: 'The tags that speak about one thing',
  fields: (t) => ({
    category: t.field({
      type: TagCategoryEnum,
      description: 'What they speak about',
      resolve: ({ category }) => category,
    }),
    tagCount: t.exposeInt('tagCount', { description: 'How many there are' }),
    usage: t.exposeInt('usage', { description: 'How often they are carried, together' }),
    tags: t.field({
      type: [TagType],
      description: 'The most used ones, at most 50',
      extensions: { cost: 50 },
      resolve: ({ tags }) => [...tags],
    }),
  }),
})
const TaxonomyReportType = builder.objectRef<TaxonomyReport>('TaxonomyReport').implement({
  description: 'How a library is ordered',
  fields: (t) => ({
    categories: t.field({
      type: [CategoryType],
      description: 'Categories with their subcategories, owners, review rules and counts',
      extensions: { cost: 10 },
      resolve: ({ categories }) => [...categories],
    }),
    tagGroups: t.field({
      type: [TagGroupType],
      description: 'Tags by what they speak about',
      resolve: ({ tagGroups }) => [...tagGroups],
    }),
    unusedTagCount: t.exposeInt('unusedTagCount', { description: 'Tags no prompt carries' }),
    unusedTags: t.field({
      type: [TagType],
      description: 'These by name, at most 50',
      extensions: { cost: 50 },
      resolve: ({ unusedTags }) => [...unusedTags],
    }),
    untaggedPromptCount: t.exposeInt('untaggedPromptCount', {
      description: 'Prompts in use that carry no tag',
    }),
  }),
})

builder.objectField(LibraryType, 'taxonomyReport', (t) =>
  t.field({
    type: TaxonomyReportType,
    description: 'How it is ordered',
    extensions: { cost: 50 },
    resolve: (row, _args, { features }) => features.taxonomy.taxonomyReport(row),
  }),
)
