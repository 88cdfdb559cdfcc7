import { builder, enumOf } from '../graphql/builder.ts'
import { failures } from '../graphql/errors.ts'
import { eventStream } from '../graphql/event-stream.ts'
import { findableAs, libraryOf, Node, nodeId, rowOf } from '../graphql/node.ts'
import { DomainError, NotFoundError } from '../platform/errors.ts'
import type { AlikeRow } from './alike.ts'
import { importTopic } from './index.ts'
import { type SuggestedMapping, suggestMapping } from './mapping.ts'
import type { RowProblem } from './plan-row.ts'
import { MOST_ROW_ERRORS } from './runner.ts'
import { MOST_CHUNK, type PreviewRow } from './service.ts'
import { IMPORT_STATES, type ImportKey, type ImportRow, type ImportState } from './store.ts'

const ImportStateEnum = enumOf('ImportState', IMPORT_STATES, 'Where an import stands', {
  uploading: 'The file is arriving, or waits to be run',
  running: 'Rows are being imported',
  done: 'Every row was looked at',
  failed: 'It stopped; it can be run again',
  cancelled: 'It was given up',
})

const ImportMappingType = builder.objectRef<SuggestedMapping>('ImportMapping').implement({
  description: 'Which column fills which field',
  fields: (t) => ({
    name: t.exposeString('name', { nullable: true, description: 'Column of the name' }),
    content: t.exposeString('content', { nullable: true, description: 'Column of the text' }),
    category: t.exposeString('category', { nullable: true, description: 'Column of the category' }),
    subcategory: t.exposeString('subcategory', { nullable: true, description: 'Column of the subcategory' }),
    tags: t.exposeString('tags', {
      nullable: true,
      description: 'Column of the tags, separated by comma or semicolon',
    }),
    description: t.exposeString('description', { nullable: true, description: 'Column of the description' }),
  }),
})
const ImportMappingInput = builder.inputType('ImportMappingInput', {
  description: 'Which column fills which field, by the names of the columns',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Column of the name' }),
    content: t.string({ required: true, description: 'Column of the text' }),
    category: t.string({ description: 'Column of the category' }),
    subcategory: t.string({ description: 'Column of the subcategory' }),
    tags: t.string({ description: 'Column of the tags, separated by comma or semicolon' }),
    description: t.string({ description: 'Column of the description' }),
    defaultCategory: t.string({
      description: 'Category of rows without one; where absent, each row’s content suggests it',
    }),
  }),
})

const ImportRowErrorType = builder.objectRef<RowProblem>('ImportRowError').implement({
  description: 'A row that was not imported',
  fields: (t) => ({
    row: t.exposeInt('row', { description: 'Number of the row, from 1, the header aside' }),
    line: t.exposeInt('line', { description: 'Line of the file in which it begins' }),
    name: t.exposeString('name', { nullable: true, description: 'Its name, when it has one' }),
    message: t.exposeString('message', { description: 'Why, and what to do' }),
  }),
})
const ImportLikenessType = builder
  .objectRef<Pick<AlikeRow, 'key' | 'similarity'>>('ImportLikeness')
  .implement({
    description: 'What a row is nearly the same as',
    fields: (t) => ({
      key: t.exposeString('key', {
        description: 'Key of a prompt in use, or the one that an earlier row would get',
      }),
      similarity: t.exposeFloat('similarity', {
        description: 'Estimated share of word triples that both have, 0.7 to 1; 1 for the same words',
      }),
    }),
  })
const ImportAlikeRowType = builder.objectRef<AlikeRow>('ImportAlikeRow').implement({
  description: 'A new row that is nearly what is there already; it is imported all the same',
  fields: (t) => ({
    row: t.exposeInt('row', { description: 'Number of the row, from 1, the header aside' }),
    line: t.exposeInt('line', { description: 'Line of the file in which it begins' }),
    name: t.exposeString('name', { description: 'Its name' }),
    alike: t.field({
      type: ImportLikenessType,
      description: 'What it is nearly the same as',
      resolve: (row) => row,
    }),
  }),
})
const ImportPreviewRowType = builder.objectRef<PreviewRow>('ImportPreviewRow').implement({
  description: 'What a row would become',
  fields: (t) => ({
    line: t.exposeInt('line', { description: 'Line of the file in which it begins' }),
    name: t.exposeString('name', { description: 'Name of the prompt' }),
    content: t.exposeString('content', { description: 'The first 500 characters of its text' }),
    key: t.exposeString('key', { description: 'Key it would get; empty where there is a problem' }),
    category: t.exposeString('category', { description: 'Category, given or suggested' }),
    tags: t.stringList({ description: 'Its tags', resolve: (row) => [...row.tags] }),
    problem: t.exposeString('problem', {
      nullable: true,
      description: 'Why it cannot be imported; null when it can',
    }),
    alike: t.field({
      type: ImportLikenessType,
      nullable: true,
      description: 'What it is nearly the same as; null where there is nothing',
      resolve: (row) => row.alike,
    }),
  }),
})
const ImportPreviewType = builder
  .objectRef<{ rows: PreviewRow[]; total: number }>('ImportPreview')
  .implement({
    description: 'The first rows of a file as they would be imported',
    fields: (t) => ({
      rows: t.field({
        type: [ImportPreviewRowType],
        description: 'At most 20',
        resolve: (preview) => preview.rows,
      }),
      total: t.exposeInt('total', { description: 'Rows of the file' }),
    }),
  })

const ImportType = builder.objectRef<ImportRow>('Import').implement({
  description: 'Prompts from a CSV file. Seen by who began it, and by admins.',
  interfaces: [Node],
  fields: (t) => ({
    fileName: t.exposeString('fileName', { description: 'As it was uploaded' }),
    state: t.field({
      type: ImportStateEnum,
      description: 'Where it stands',
      resolve: (row) => row.state as ImportState,
    }),
    size: t.exposeInt('size', { description: 'Characters (UTF-16 units) that have arrived' }),
    columns: t.stringList({
      description: 'The header of the file; empty until all of it has arrived',
      resolve: (row) => row.columns,
    }),
    suggestedMapping: t.field({
      type: ImportMappingType,
      description: 'Columns guessed for each field',
      resolve: (row) => suggestMapping(row.columns),
    }),
    preview: t.field({
      type: ImportPreviewType,
      description: 'What the first rows would become; by the suggested mapping where none is given',
      args: { mapping: t.arg({ type: ImportMappingInput, description: 'Which column fills which field' }) },
      resolve: (row, { mapping }, { features }) => features.imports.preview(row, mapping ?? null),
    }),
    dryRun: t.exposeBoolean('dryRun', { description: 'Whether the last run only counted' }),
    total: t.exposeInt('total', { description: 'Rows of the file' }),
    processed: t.exposeInt('processed', { description: 'Rows looked at' }),
    createdCount: t.exposeInt('createdCount', { description: 'Rows that became prompts' }),
    updatedCount: t.exposeInt('updatedCount', { description: 'Rows that became new versions of prompts' }),
    skippedCount: t.exposeInt('skippedCount', {
      description: 'Rows already in the library with the same content',
    }),
    failedCount: t.exposeInt('failedCount', { description: 'Rows that could not be imported' }),
    crlfReplaced: t.exposeInt('crlfReplaced', {
      description: 'CRLF (and lone CR) in contents that became LF',
    }),
    rowErrors: t.field({
      type: [ImportRowErrorType],
      description: `The first ${MOST_ROW_ERRORS} rows that could not be imported`,
      resolve: (row) => row.rowErrors as RowProblem[],
    }),
    alikeCount: t.exposeInt('alikeCount', {
      description: 'New rows that are nearly the same as a prompt in use or an earlier row',
    }),
    alikeRows: t.field({
      type: [ImportAlikeRowType],
      description: `The first ${MOST_ROW_ERRORS} of these`,
      resolve: (row) => row.alikeRows as AlikeRow[],
    }),
    message: t.exposeString('message', { nullable: true, description: 'Why it stopped, when it did' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was begun' }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true, description: 'When it ended' }),
    touchedAt: t.expose('touchedAt', {
      type: 'DateTime',
      description: 'When it last moved on: of two answers the older one is known by it',
    }),
  }),
})
nodeId(ImportType, (row) => [row.libraryId, row.id])
findableAs('Import', 2, async ([libraryId, id], { features, caller }) => {
  try {
    return await features.imports.find(caller, { libraryId: libraryId!, id: id! })
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
})

const ImportUploadInput = builder.inputType('ImportUploadInput', {
  description: 'A piece of a CSV file',
  fields: (t) => ({
    libraryId: t.id({ required: true, description: 'The library' }),
    importId: t.id({ description: 'Absent for the first piece, which begins an import' }),
    fileName: t.string({ description: 'With the first piece; stands in the message of every version' }),
    offset: t.int({
      required: true,
      description: 'Characters (UTF-16 units) before this piece. A piece sent again changes nothing.',
    }),
    chunk: t.string({
      required: true,
      description: `The piece; at most ${MOST_CHUNK} characters, and one megabyte with the request`,
    }),
    last: t.boolean({ required: true, description: 'Whether the file ends with it' }),
  }),
})
const ImportRunInput = builder.inputType('ImportRunInput', {
  description: 'How to import',
  fields: (t) => ({
    importId: t.id({ required: true, description: 'The import' }),
    mapping: t.field({
      type: ImportMappingInput,
      required: true,
      description: 'Which column fills which field',
    }),
    dryRun: t.boolean({ required: true, description: 'Only count, change nothing' }),
  }),
})
const ImportCancelInput = builder.inputType('ImportCancelInput', {
  description: 'What to stop',
  fields: (t) => ({ importId: t.id({ required: true, description: 'The import' }) }),
})
const importPayload = (name: string, description: string) =>
  builder.objectRef<ImportRow>(name).implement({
    description,
    fields: (t) => ({
      import: t.field({ type: ImportType, description: 'The import as it is now', resolve: (row) => row }),
    }),
  })
const ImportUploadPayload = importPayload('ImportUploadPayload', 'Arrived')
const ImportRunPayload = importPayload('ImportRunPayload', 'Running; watch importChanged')
const ImportCancelPayload = importPayload('ImportCancelPayload', 'Stopped')

const keyOf = (id: string): ImportKey => rowOf(id, 'Import', 'The import')

/** The key of an import that is said to be of a library. */
function keyIn(libraryId: string, id: string): ImportKey {
  const key = keyOf(id)
  if (key.libraryId !== libraryId) throw new NotFoundError('The import')
  return key
}

builder.mutationFields((t) => ({
  importUpload: t.field({
    type: ImportUploadPayload,
    description: 'Uploads a CSV file (RFC 4180) piece by piece, 64 MB at most',
    args: { input: t.arg({ type: ImportUploadInput, required: true }) },
    errors: failures('ImportUploadResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input }, { features, caller }) => {
      const libraryId = libraryOf(input.libraryId)
      const importId = input.importId == null ? null : keyIn(libraryId, input.importId).id
      return features.imports.upload(caller, {
        ...input,
        libraryId,
        importId,
        fileName: input.fileName ?? null,
      })
    },
  }),
  importRun: t.field({
    type: ImportRunPayload,
    description:
      'Imports the rows in the background. Rows that are in the library already are skipped, so that it can be repeated.',
    args: { input: t.arg({ type: ImportRunInput, required: true }) },
    errors: failures('ImportRunResult', 'validation', 'notFound', 'forbidden', 'conflict'),
    resolve: (_root, { input }, { features, caller }) =>
      features.imports.run(caller, keyOf(input.importId), input),
  }),
  importCancel: t.field({
    type: ImportCancelPayload,
    description: 'Stops an import and drops its file. What was imported stays.',
    args: { input: t.arg({ type: ImportCancelInput, required: true }) },
    errors: failures('ImportCancelResult', 'validation', 'notFound', 'forbidden'),
    resolve: (_root, { input }, { features, caller }) =>
      features.imports.cancel(caller, keyOf(input.importId)),
  }),
}))

builder.subscriptionField('importChanged', (t) =>
  t.field({
    type: ImportType,
    description: 'An import whenever it moved on; at most four times a second',
    args: { importId: t.arg.id({ required: true, description: 'The import' }) },
    subscribe: async (_root, { importId }, context) => {
      const key = keyOf(importId)
      await context.features.imports.find(context.caller, key)
      return eventStream<ImportKey>({
        listen: (push) => context.features.bus.subscribe(importTopic(key.id), () => push(key)),
        merge: (_waiting, event) => event,
        allowed: () => context.features.mayStillRead(context.caller.actor, key.libraryId),
      })
    },
    resolve: (key, _args, context) => context.features.imports.find(context.caller, key),
  }),
)
