import { basename } from 'node:path'
import type { Command } from '../command.ts'
import { Failure, UsageError } from '../failure.ts'
import { findLibrary } from '../find-library.ts'
import { findLogin } from '../find-login.ts'
import { type Ask, createAsk, payloadOf } from '../graphql.ts'
import { type ImportState, summaryOf } from '../import-summary.ts'
import { type FieldMapping, parseMapping } from '../parse-mapping.ts'
import { parseOptions } from '../parse-options.ts'
import { createProgressLine } from '../progress-line.ts'
import { readTextFile } from '../read-text-file.ts'
import type { Surroundings } from '../surroundings.ts'
import { uploadPieces } from '../upload-pieces.ts'

const HELP = `incipit import FILE [OPTIONS]

Imports prompts from a CSV file with a header line. Rows that are in the library already are skipped, so that it
can be repeated; rows with other content become new versions.

  --library SLUG        the library; can be left out where the key has only one
  --map FIELD=COLUMN,…  columns of name, content, category, subcategory, tags and description; guessed where left out
  --category CATEGORY   category of rows without one; else suggested by each row's content
  --dry-run             only count, change nothing
  --json                print the outcome as JSON
  --url URL             the server

Exit code 1 also when rows could not be imported; the others are.
`

const OPTIONS = {
  library: { type: 'string' },
  map: { type: 'string', multiple: true },
  category: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  url: { type: 'string' },
} as const

const POLL_MS = 400
const FIELDS = `id state dryRun total processed createdCount updatedCount skippedCount failedCount crlfReplaced message
  alikeCount alikeRows { row line name alike { key similarity } } rowErrors { row line name message }`

export const importCommand: Command = {
  name: 'import',
  summary: 'import prompts from a CSV file',
  help: HELP,
  async run(args, surroundings) {
    const { values, positionals } = parseOptions(args, OPTIONS)
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new UsageError('Name one CSV file.')
    const chosen = parseMapping(values.map ?? [])
    const ask = createAsk(surroundings, findLogin(surroundings, values.url))
    const text = readTextFile(file)
    const library = await findLibrary(ask, values.library)
    const progress = createProgressLine(surroundings)
    try {
      const source = { libraryId: library.id, fileName: basename(file), text }
      const uploaded = await uploadPieces(ask, source, surroundings.interrupted, (done) =>
        progress.show(`Uploading ${source.fileName}`, done, text.length),
      )
      const outcome = surroundings.interrupted.aborted
        ? await cancel(ask, uploaded.id)
        : await run(ask, uploaded.id, surroundings, progress.show, {
            mapping: { ...completed(chosen, uploaded), defaultCategory: values.category },
            dryRun: values['dry-run'] === true,
          })
      progress.clear()
      surroundings.out(
        values.json
          ? `${JSON.stringify({ file: source.fileName, library: library.slug, ...outcome })}\n`
          : summaryOf(outcome, library.name),
      )
      return outcome.state === 'DONE' && outcome.failedCount === 0 ? 0 : 1
    } finally {
      progress.clear()
    }
  },
}

/** What was chosen, the rest as the server guessed it. @throws Failure where name or content are still open */
function completed(
  chosen: FieldMapping,
  {
    suggestedMapping,
    columns,
  }: { readonly suggestedMapping: FieldMapping; readonly columns: readonly string[] },
): FieldMapping {
  const taken = new Set(Object.values(chosen))
  const guessed = Object.entries(suggestedMapping).filter(
    ([, column]) => column !== null && !taken.has(column),
  )
  const mapping = { ...Object.fromEntries(guessed), ...chosen }
  const open = (['name', 'content'] as const).filter((field) => !mapping[field])
  if (open.length === 0) return mapping
  throw new Failure(
    `It cannot be told which column holds the ${open.join(' and the ')}. Say so by --map ${open.map((field) => `${field}=COLUMN`).join(',')}; the columns are ${columns.join(', ')}.`,
  )
}

async function run(
  ask: Ask,
  importId: string,
  { sleep, interrupted }: Surroundings,
  show: (what: string, done: number, total: number) => void,
  how: { readonly mapping: object; readonly dryRun: boolean },
): Promise<ImportState> {
  let state = await start(ask, { importId, ...how })
  while (state.state === 'RUNNING') {
    show(how.dryRun ? 'Trying' : 'Importing', state.processed, state.total)
    await sleep(POLL_MS)
    state = interrupted.aborted ? await cancel(ask, importId) : await stateOf(ask, importId)
  }
  return state
}

async function start(ask: Ask, input: { readonly importId: string }): Promise<ImportState> {
  const { importRun } = await ask<{ importRun: { import: ImportState } }>(
    `mutation ($input: ImportRunInput!) { importRun(input: $input) {
      ... on Error { code message } ... on ImportRunPayload { import { ${FIELDS} } } } }`,
    { input },
  )
  try {
    return payloadOf(importRun).import
  } catch (failure) {
    // An answer may have been lost on its way, and the request was sent again: then it runs, or is done.
    const state =
      failure instanceof Failure && failure.code === 'CONFLICT' ? await stateOf(ask, input.importId) : null
    if (state?.state === 'RUNNING' || state?.state === 'DONE') return state
    throw failure
  }
}

async function stateOf(ask: Ask, id: string): Promise<ImportState> {
  const { node } = await ask<{ node: ImportState | null }>(
    `query ($id: ID!) { node(id: $id) { ... on Import { ${FIELDS} } } }`,
    { id },
  )
  if (!node) throw new Failure('The import is gone, or your access to it.')
  return node
}

async function cancel(ask: Ask, importId: string): Promise<ImportState> {
  const { importCancel } = await ask<{ importCancel: { import: ImportState } }>(
    `mutation ($input: ImportCancelInput!) { importCancel(input: $input) {
      ... on Error { code message } ... on ImportCancelPayload { import { ${FIELDS} } } } }`,
    { input: { importId } },
  )
  return payloadOf(importCancel).import
}
