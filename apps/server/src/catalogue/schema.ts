import { builder } from '../graphql/builder.ts'
import { pageArgs } from '../graphql/connection.ts'
import type { Context } from '../graphql/context.ts'
import { rowOf } from '../graphql/node.ts'
import { LibraryType } from '../libraries/schema.ts'
import { NotFoundError } from '../platform/errors.ts'
import { PromptConnection, PromptType } from '../prompts/schema.ts'
import { type DependencyMap, type Impacted, MOST_EDGES, MOST_REACHED } from './dependencies.ts'
import { type IncludedText, MOST_TEXTS } from './included-texts.ts'
import type { DependencyEdge, IncludeRow } from './index.ts'
import type { SimilarPrompt } from './similar.ts'

/** Reading a map or an impact walks over many prompts. */
const WALK_COST = 20

type InLibrary<Name extends string> = Readonly<Record<'libraryId' | Name, string>>

/** The prompt that a row names by its id. */
const named = async (row: InLibrary<'promptId'>, _args: object, { loaders }: Context) =>
  (await loaders.prompt.load({ libraryId: row.libraryId, id: row.promptId }))!

/** The prompt that a row includes by its key; null where there is none. */
const included = (row: InLibrary<'includeKey'>, _args: object, { loaders }: Context) =>
  loaders.promptByKey.load({ libraryId: row.libraryId, id: row.includeKey })

const PromptIncludeType = builder.objectRef<IncludeRow>('PromptInclude').implement({
  description: 'Another prompt that the text on main includes',
  fields: (t) => ({
    key: t.exposeString('includeKey', { description: 'The key in the text' }),
    version: t.exposeString('version', {
      nullable: true,
      description: 'The version asked for; null: whichever is current',
    }),
    prompt: t.field({
      type: PromptType,
      nullable: true,
      description: 'The prompt of that key; null where there is none',
      resolve: included,
    }),
  }),
})

const ImpactedPromptType = builder.objectRef<Impacted>('ImpactedPrompt').implement({
  description: 'A prompt that changes when another does',
  fields: (t) => ({
    prompt: t.field({
      type: PromptType,
      description: 'The prompt',
      resolve: named,
    }),
    distance: t.exposeInt('distance', {
      description: '1: it includes the other itself; 2: over one prompt in between; and so on',
    }),
  }),
})
type Impact = { prompts: Impacted[]; truncated: boolean }
const ImpactType = builder.objectRef<Impact>('Impact').implement({
  description: 'What a change of a prompt reaches',
  fields: (t) => ({
    prompts: t.field({
      type: [ImpactedPromptType],
      description:
        'Prompts in use that include whatever is current of it, and those that include these; at most 500, nearest first',
      extensions: { cost: MOST_REACHED },
      resolve: (impact) => impact.prompts,
    }),
    truncated: t.exposeBoolean('truncated', { description: 'Whether there are more' }),
  }),
})

builder.objectFields(PromptType, (t) => ({
  includes: t.field({
    type: [PromptIncludeType],
    description: 'What the text on main includes, in the order of the text',
    resolve: async (row, _args, { loaders }) => (await loaders.includes.load(row)) ?? [],
  }),
  includedBy: t.field({
    type: PromptConnection,
    description: 'Prompts in use whose text on main includes this one, by key',
    args: pageArgs,
    resolve: (row, args, { features }) => features.catalogue.includers(row, args),
  }),
  includedByCount: t.int({
    description: 'How many these are',
    resolve: async (row, _args, { loaders }) =>
      (await loaders.includerCount.load({ libraryId: row.libraryId, id: row.key })) ?? 0,
  }),
  impact: t.field({
    type: ImpactType,
    description: 'What a change of this prompt reaches',
    extensions: { cost: WALK_COST },
    resolve: (row, _args, { features }) => features.catalogue.impactOf(features.db, row),
  }),
}))

const DependencyType = builder.objectRef<DependencyEdge>('Dependency').implement({
  description: 'An include, as an edge of the map',
  fields: (t) => ({
    from: t.field({
      type: PromptType,
      description: 'The prompt that includes',
      resolve: named,
    }),
    key: t.exposeString('includeKey', { description: 'The key it includes' }),
    version: t.exposeString('version', {
      nullable: true,
      description: 'The version asked for; null: whichever is current',
    }),
    to: t.field({
      type: PromptType,
      nullable: true,
      description: 'The prompt of that key; null where there is none',
      resolve: included,
    }),
  }),
})
const DependencyMapType = builder.objectRef<DependencyMap>('DependencyMap').implement({
  description: 'Which prompts in use include which',
  fields: (t) => ({
    edges: t.field({
      type: [DependencyType],
      description: 'The includes; at most 1,000',
      extensions: { cost: MOST_EDGES },
      resolve: (map) => [...map.edges],
    }),
    truncated: t.exposeBoolean('truncated', { description: 'Whether there are more' }),
  }),
})

const IncludeInput = builder.inputType('IncludeInput', {
  description: 'Something a text includes',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Key of the prompt' }),
    version: t.string({ description: 'Version number; absent: whichever is current' }),
  }),
})
const IncludedTextType = builder.objectRef<IncludedText>('IncludedText').implement({
  description: 'A committed text that another text includes',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Key it is included by' }),
    version: t.exposeString('version', { nullable: true, description: 'Version asked for' }),
    content: t.exposeString('content', {
      nullable: true,
      description: 'The text; null where there is no such prompt or version, or nothing is committed',
    }),
    prompt: t.field({
      type: PromptType,
      nullable: true,
      description: 'The prompt; null where there is none',
      resolve: (row, _args, { loaders }) =>
        loaders.promptByKey.load({ libraryId: row.libraryId, id: row.key }),
    }),
  }),
})

const SimilarPromptType = builder.objectRef<SimilarPrompt>('SimilarPrompt').implement({
  description: 'A prompt whose text on main is nearly a given text',
  fields: (t) => ({
    prompt: t.field({
      type: PromptType,
      description: 'The prompt',
      resolve: named,
    }),
    equal: t.exposeBoolean('equal', {
      description: 'Whether the words are the same, blanks, case and punctuation aside',
    }),
    similarity: t.exposeFloat('similarity', {
      description: 'Estimated share of word triples that both texts have, 0.7 to 1',
    }),
  }),
})

builder.objectFields(LibraryType, (t) => ({
  dependencies: t.field({
    type: DependencyMapType,
    description: 'The dependency map: of the whole library, or around one prompt',
    extensions: { cost: WALK_COST },
    args: {
      around: t.arg.id({ description: 'Only what this prompt reaches and what reaches it' }),
      depth: t.arg.int({ description: 'How many steps away from it, 1 to 10; 2 where absent' }),
    },
    resolve: async (row, { around, depth }, { features, loaders }) => {
      if (around == null) return features.catalogue.dependencyMap(features.db, row.libraryId, null)
      const prompt = await loaders.prompt.load(rowOf(around, 'Prompt', 'The prompt'))
      if (prompt?.libraryId !== row.libraryId) throw new NotFoundError('The prompt')
      return features.catalogue.dependencyMap(features.db, row.libraryId, { prompt, depth: depth ?? 2 })
    },
  }),
  includedTexts: t.field({
    type: [IncludedTextType],
    description:
      'The committed texts of includes and of all that these include in turn, as rendering needs them; at most 50 asked for, 200 told',
    extensions: { cost: MOST_TEXTS },
    args: { includes: t.arg({ type: [IncludeInput], required: true, description: 'What a text includes' }) },
    resolve: (row, { includes }, { features }) =>
      features.catalogue.includedTexts(
        row.libraryId,
        includes.map(({ key, version }) => ({ key, version: version ?? null })),
      ),
  }),
  similarPrompts: t.field({
    type: [SimilarPromptType],
    description: 'Prompts in use whose text is nearly this one, the most alike first; at most ten',
    extensions: { cost: WALK_COST },
    args: {
      content: t.arg.string({
        required: true,
        description: 'The text; what follows 200,000 characters is not looked at',
      }),
      except: t.arg.id({ description: 'A prompt to leave out' }),
    },
    resolve: (row, { content, except }, { features }) =>
      features.catalogue.similarTo(
        row.libraryId,
        content,
        except == null ? null : rowOf(except, 'Prompt', 'The prompt').id,
      ),
  }),
}))
