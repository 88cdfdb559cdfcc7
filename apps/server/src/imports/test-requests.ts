import type { TestServer, Visitor } from '../testing/test-server.ts'

const FIELDS = `id fileName state size columns total processed dryRun message createdCount updatedCount skippedCount failedCount
  crlfReplaced rowErrors { row line name message }`
const RESULT = '__typename ... on Error { message } ... on ValidationError { issues { path } }'

/** Sends a piece of a file; the first one begins an import. */
export async function upload(
  visitor: Visitor,
  libraryId: string,
  piece: { importId?: string; offset?: number; chunk: string; last?: boolean },
) {
  const { data } = await visitor.query(
    `mutation ($input: ImportUploadInput!) { importUpload(input: $input) { ${RESULT} ... on ImportUploadPayload { import { ${FIELDS} } } } }`,
    { input: { libraryId, fileName: 'test.csv', offset: 0, last: false, ...piece } },
  )
  return data.importUpload
}

/** Uploads a whole file. @returns the id of its import */
export async function startImport(visitor: Visitor, libraryId: string, text: string): Promise<string> {
  let importId: string | undefined
  for (let offset = 0; offset < text.length; offset += 300_000) {
    const chunk = text.slice(offset, offset + 300_000)
    const last = offset + chunk.length === text.length
    const result = await upload(visitor, libraryId, { importId, offset, chunk, last })
    if (!result.import) throw new Error(result.message)
    importId = result.import.id
  }
  return importId!
}

/** An import as it stands; null for one that is not theirs. */
export async function outcome(visitor: Visitor, id: string) {
  const { data } = await visitor.query(`query ($id: ID!) { node(id: $id) { ... on Import { ${FIELDS} } } }`, {
    id,
  })
  return data.node
}

/** Runs an import to its end. @returns how it stands then, or why it was refused */
export async function runImport(
  server: TestServer,
  visitor: Visitor,
  importId: string,
  options: { dryRun?: boolean; mapping?: object } = {},
) {
  const started = await beginRun(visitor, importId, options)
  if (started.__typename !== 'ImportRunPayload') return started
  await server.features.imports.idle()
  return outcome(visitor, importId)
}

/** Begins to run an import. */
export async function beginRun(
  visitor: Visitor,
  importId: string,
  options: { dryRun?: boolean; mapping?: object } = {},
) {
  const input = { importId, dryRun: false, mapping: { name: 'name', content: 'text' }, ...options }
  const { data } = await visitor.query(
    `mutation ($input: ImportRunInput!) { importRun(input: $input) { ${RESULT} ... on ImportRunPayload { import { state } } } }`,
    { input },
  )
  return data.importRun
}

export async function cancel(visitor: Visitor, importId: string) {
  const { data } = await visitor.query(
    `mutation ($id: ID!) { importCancel(input: { importId: $id }) { ${RESULT} ... on ImportCancelPayload { import { state } } } }`,
    { id: importId },
  )
  return data.importCancel
}

/** Waits for progress by the subscription. */
export async function whenProcessed(
  visitor: Visitor,
  importId: string,
): Promise<{ state: string; processed: number }> {
  const events = visitor.socket().iterate<{ importChanged: { state: string; processed: number } }>({
    query: 'subscription ($id: ID!) { importChanged(importId: $id) { state processed } }',
    variables: { id: importId },
  })
  for await (const { data } of events) {
    if (data && data.importChanged.processed > 0) return data.importChanged
  }
  throw new Error('The subscription ended without progress.')
}
