import { builder, enumOf } from '../graphql/builder.ts'
import { PageInfo, pageArgs } from '../graphql/connection.ts'
import { LibraryType } from '../libraries/schema.ts'
import type { PromptRow } from '../prompts/index.ts'
import { PromptStatusEnum, PromptType } from '../prompts/schema.ts'
import { FACET_VALUES, type FacetCount, MOST_COUNTED } from './count-store.ts'
import { MATCH_FIELDS, type SearchMatch } from './matches.ts'
import type { PromptFacets, PromptOrderField, PromptPage } from './service.ts'

const FilterInput = builder.inputType('PromptFilter', {
  description:
    'Which prompts; absent fields do not narrow, several values of one field widen it, tags narrow together',
  fields: (t) => ({
    search: t.string({
      description:
        'Words in name, key, tags, description or committed text, all of them, as beginnings of words; a single letter counts in the text only as a word. "A phrase" wants its words in that order (looked for in the last changed prompts that have them, 500 at most), -word excludes. tag:x, category:x, status:x, owner:x and model:x narrow as the fields do. At most 200 characters, of which the first 12 words count. Upper case and accents do not matter.',
    }),
    category: t.stringList({ description: 'In one of these categories' }),
    subcategory: t.stringList({ description: 'In one of these subcategories' }),
    status: t.field({ type: [PromptStatusEnum], description: 'In one of these statuses' }),
    tags: t.stringList({ description: 'Carrying all of these tags' }),
    owner: t.stringList({ description: 'Of one of these owners' }),
    model: t.stringList({ description: 'For one of these models' }),
    stale: t.boolean({ description: 'Whether unchanged for longer than the library allows' }),
    hasOpenChanges: t.boolean({ description: 'Whether an open change request is about it' }),
    hasErrors: t.boolean({ description: 'Whether its text on main has errors' }),
    archived: t.boolean({ description: 'Archived prompts instead of the others' }),
  }),
})

export const OrderFieldEnum = builder.enumType('PromptOrderField', {
  description: 'What prompts can be sorted by',
  values: {
    RELEVANCE: {
      description:
        'How well they fit the search: name or key as typed; whole words of them; beginnings of their words; then tags, description and text; the last changed first among equals. Without words to search for: the last changed first. Has one direction.',
    },
    MODIFIED_AT: { description: 'When they last changed' },
    CREATED_AT: { description: 'When they were created' },
    NAME: { description: 'What people call them' },
    KEY: { description: 'What programs call them' },
  } as const satisfies Record<PromptOrderField, object>,
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

const RangeType = builder.objectRef<SearchMatch['ranges'][number]>('TextRange').implement({
  description: 'A part of a text',
  fields: (t) => ({
    from: t.exposeInt('from', { description: 'Where it begins, in UTF-16 units' }),
    to: t.exposeInt('to', { description: 'Where it ends' }),
  }),
})
const MatchFieldEnum = enumOf('SearchMatchField', MATCH_FIELDS, 'Where in a prompt a search hit')
const MatchType = builder.objectRef<SearchMatch>('SearchMatch').implement({
  description: 'What a search hit in a prompt',
  fields: (t) => ({
    field: t.field({
      type: MatchFieldEnum,
      description: 'Where',
      resolve: (match) => match.field,
    }),
    text: t.exposeString('text', {
      description: 'Name and key whole; of description and text the part that shows most of the search',
    }),
    ranges: t.field({
      type: [RangeType],
      description: 'The hits in it, in order',
      resolve: (match) => [...match.ranges],
    }),
  }),
})

interface FoundEdge {
  readonly cursor: string
  readonly node: PromptRow
  readonly page: PromptPage
}
const EdgeType = builder.objectRef<FoundEdge>('FoundPromptEdge').implement({
  description: 'A prompt in a list, and how it was found',
  fields: (t) => ({
    cursor: t.exposeString('cursor', { description: 'Where the list can be continued' }),
    node: t.field({ type: PromptType, description: 'The prompt', resolve: (edge) => edge.node }),
    matches: t.field({
      type: [MatchType],
      description: 'What the search hit in it; empty where nothing was searched for',
      resolve: async ({ page, node }) => [...((await page.matches()).get(node.id) ?? [])],
    }),
  }),
})
const PageType = builder.objectRef<PromptPage>('FoundPromptConnection').implement({
  description: 'A page of prompts (Relay connection)',
  fields: (t) => ({
    edges: t.field({
      type: [EdgeType],
      description: 'The prompts of this page',
      resolve: (page) => page.edges.map((edge) => ({ ...edge, page })),
    }),
    pageInfo: t.field({
      type: PageInfo,
      description: 'Where this page stands',
      resolve: (page) => page.pageInfo,
    }),
    totalCount: t.int({
      description: `Prompts in the whole list; what words find is counted up to ${MOST_COUNTED.toLocaleString('en')}`,
      resolve: (page) => page.totalCount(),
    }),
    hasMoreThanCounted: t.boolean({
      description: 'Whether there are more than totalCount says',
      resolve: async (page) => (await page.counted()).isMore,
    }),
    correctedTo: t.exposeString('correctedTo', {
      nullable: true,
      description:
        'What was searched for instead: where nothing was found, words that no prompt has are replaced by the closest ones there are (one mistake, two in words of seven letters and more); null where the search stands as typed',
    }),
  }),
})

export const FacetCountType = builder.objectRef<FacetCount>('FacetCount').implement({
  description: 'A value and how many prompts have it',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'The value' }),
    count: t.exposeInt('count', { description: 'Prompts that have it' }),
  }),
})
const FacetsType = builder.objectRef<PromptFacets>('PromptFacets').implement({
  description: `Counts for narrowing a list. Each facet leaves out its own choice, so that its other values stay in sight; tags narrow together. The ${FACET_VALUES} most frequent values of each.`,
  fields: (t) => {
    const by = (facet: string, description: string) =>
      t.field({
        type: [FacetCountType],
        description,
        resolve: ({ values }) => [...(values.get(facet) ?? [])],
      })
    return {
      categories: by('category', 'By category'),
      statuses: by('status', 'By status'),
      owners: by('owner', 'By owner'),
      models: by('model', 'By model'),
      tags: t.field({ type: [FacetCountType], description: 'By tag', resolve: ({ tags }) => [...tags] }),
      stale: t.exposeInt('stale', { description: 'Those that are stale' }),
      hasOpenChanges: t.exposeInt('hasOpenChanges', {
        description: 'Those with an open change request',
      }),
      hasErrors: t.exposeInt('hasErrors', { description: 'Those whose text on main has errors' }),
      total: t.exposeInt('total', { description: 'Prompts of the whole filter' }),
      hasMoreThanCounted: t.exposeBoolean('isMore', {
        description: `Whether words find more than the ${MOST_COUNTED.toLocaleString('en')} prompts that were counted, so that all counts are at least so many`,
      }),
      correctedTo: t.exposeString('correctedTo', {
        nullable: true,
        description: 'What was searched for instead, as the list of prompts does it',
      }),
    }
  },
})

builder.objectFields(LibraryType, (t) => ({
  prompts: t.field({
    type: PageType,
    description:
      'Prompts: those that fit a search best first, otherwise the last changed first, unless sorted',
    args: {
      ...pageArgs,
      filter: t.arg({ type: FilterInput, description: 'Which prompts' }),
      orderBy: t.arg({ type: PromptOrderInput, description: 'How to sort' }),
    },
    resolve: (row, { filter, orderBy, ...page }, { features }) =>
      features.search.page(row, filter ?? {}, orderBy ?? null, page),
  }),
  facets: t.field({
    type: FacetsType,
    description: 'Counts for narrowing the list of prompts',
    extensions: { cost: 50 },
    args: { filter: t.arg({ type: FilterInput, description: 'Which prompts' }) },
    resolve: (row, { filter }, { features }) => features.search.facets(row, filter ?? {}),
  }),
}))
