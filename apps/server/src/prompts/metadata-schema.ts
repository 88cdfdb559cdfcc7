import {
  type FieldValue,
  isStale,
  metadataYaml,
  QUALITY_CHECKS,
  type Quality,
  type QualityCheck,
  qualityOf,
} from '@incipit/library'
import { builder, enumOf } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { PromptType } from './schema.ts'
import type { PromptRow } from './store.ts'

const QualityCheckNameEnum = enumOf(
  'QualityCheckName',
  QUALITY_CHECKS,
  'What is looked at when quality is judged',
)
const QualityCheckType = builder.objectRef<QualityCheck>('QualityCheck').implement({
  description: 'One thing a good prompt has',
  fields: (t) => ({
    name: t.field({ type: QualityCheckNameEnum, description: 'Which thing', resolve: ({ name }) => name }),
    ok: t.exposeBoolean('ok', { description: 'Whether it is so' }),
    message: t.exposeString('message', {
      description: 'What is so, and where it is not good, what to do',
    }),
  }),
})
const QualityType = builder.objectRef<Quality>('PromptQuality').implement({
  description: 'How well a prompt is kept; of its text, what is committed on main',
  fields: (t) => ({
    score: t.exposeFloat('score', { description: 'Share of the checks that hold, 0 to 1' }),
    checks: t.field({
      type: [QualityCheckType],
      description: 'Each of them, always in the same order',
      resolve: ({ checks }) => [...checks],
    }),
  }),
})

async function tagNames(row: PromptRow, { loaders }: Context): Promise<string[]> {
  return ((await loaders.tags.load(row)) ?? []).map(({ tag }) => tag.name)
}

async function qualityFor(row: PromptRow, context: Context): Promise<Quality & { isStale: boolean }> {
  const [library, tags] = await Promise.all([
    context.loaders.library.load(row.libraryId),
    tagNames(row, context),
  ])
  const stale = isStale(row.modifiedAt, new Date(), library!.staleAfterDays)
  const facts = { ...row, tagCount: tags.length, isCommitted: row.headCommitId !== null, isStale: stale }
  return { ...qualityOf({ ...facts, tokenLimit: library!.tokenLimit }), isStale: stale }
}

/** What the prompt says in the fields the library has now, in their order. */
async function customOf(row: PromptRow, { loaders }: Context): Promise<[string, FieldValue][]> {
  const fields = (await loaders.customFields.load(row.libraryId)) ?? []
  return fields.flatMap(({ id, key }): [string, FieldValue][] => {
    const value = row.customValues[id]
    return value === undefined ? [] : [[key, value]]
  })
}

async function yamlOf(row: PromptRow, context: Context): Promise<string> {
  const [tags, quality, custom, includes] = await Promise.all([
    tagNames(row, context),
    qualityFor(row, context),
    customOf(row, context),
    context.loaders.includes.load(row),
  ])
  return metadataYaml({
    ...row,
    author: row.authorName,
    tags,
    dependencies: [...new Set((includes ?? []).map(({ includeKey }) => includeKey))],
    created: row.createdAt,
    modified: row.modifiedAt,
    modifiedBy: row.modifierName,
    stale: quality.isStale,
    quality: {
      score: quality.score,
      failed: quality.checks.filter(({ ok }) => !ok).map(({ name }) => name),
    },
    custom,
  })
}

builder.objectFields(PromptType, (t) => ({
  quality: t.field({
    type: QualityType,
    description: 'How well it is kept',
    resolve: (row, _args, context) => qualityFor(row, context),
  }),
  metadataYaml: t.string({
    description:
      'Everything that is said about it, as YAML: the same keys in the same order for every prompt',
    resolve: (row, _args, context) => yamlOf(row, context),
  }),
}))
