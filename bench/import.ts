import { normalizeText } from '@incipit/collaboration'
import { type DatabaseAddress, openDatabase } from '@incipit/server/src/platform/database.ts'
import { type ApiVisitor, visitDemo } from '@incipit/server/src/testing/api-visitor.ts'
import { startServerProcess } from '@incipit/server/src/testing/server-process.ts'
import { readCsv } from './harness/csv.ts'
import { readSharedData } from './harness/data.ts'
import { type DatabaseKind, onEachDatabase } from './harness/databases.ts'
import { createLibrary } from './harness/prompts.ts'
import { createReport } from './harness/report.ts'
import { timeSingleRowInserts } from './harness/single-row-inserts.ts'

const CHUNK = 400_000
const LIMIT = 30
const POLL_MS = 50
/** Texts made by one pattern, each like thousands of others, come in portions of so many. */
const PORTION = 1_500
const PORTIONS = 4

const report = createReport('import')
const csv = readSharedData('prompts.csv')
if (csv) await onEachDatabase(report, (address, kind) => measure(address, kind, csv))
else report.skipped('everything', 'the file of prompts is not there')

interface Import {
  readonly id: string
  readonly state: string
  readonly total: number
  readonly processed: number
  readonly createdCount: number
  readonly updatedCount: number
  readonly skippedCount: number
  readonly failedCount: number
  readonly crlfReplaced: number
  readonly message: string | null
}

async function measure(address: DatabaseAddress, kind: DatabaseKind, csv: string): Promise<void> {
  const [, ...rows] = readCsv(csv)
  const texts = rows.map((row) => row[1]!)
  const server = await startServerProcess({ address })
  const visitor = await visitDemo(server.url, 'admin')
  const library = await createLibrary(visitor, 'Imported')
  const began = performance.now()
  const first = await runImport(visitor, library.id, csv)
  const seconds = (performance.now() - began) / 1000
  const again = await runImport(visitor, library.id, csv)
  const stored = await storedTexts(visitor, library.slug)
  const portions = await timePortions(visitor)
  await server.stop()
  const database = await openDatabase(address)
  const peer = (await timeSingleRowInserts(database, texts, 1)) / 1000
  await database.close()
  report.figure({
    figure: `${first.total} prompts, upload to last version, ${kind}`,
    value: seconds,
    unit: 's',
    peer: { name: 'the bare texts, a transaction each', value: peer },
    ...(kind === 'embedded' && { atMost: LIMIT }),
  })
  report.figure({
    figure: `the last ${PORTION} of ${PORTION * PORTIONS} texts of one pattern, ${kind}`,
    value: portions.at(-1)!,
    unit: 's',
    peer: { name: `the first ${PORTION}`, value: portions[0]! },
  })
  report.holds(
    `texts of one pattern cost the same however many there are, ${kind}`,
    portions.at(-1)! < 2 * portions[0]!,
  )
  report.figure({ figure: `CRLF that became LF, ${kind}`, value: first.crlfReplaced, unit: 'line ends' })
  const { createdCount, updatedCount, skippedCount, failedCount } = first
  process.stderr.write(
    `${createdCount} created, ${updatedCount} updated, ${skippedCount} skipped, ${failedCount} failed\n`,
  )
  report.holds(
    `every row was looked at, none failed, ${kind}`,
    first.total === rows.length && failedCount === 0,
  )
  report.holds(
    `every text is there, byte for byte except line ends, ${kind}`,
    texts.every((text) => stored.has(normalizeText(text))),
  )
  report.holds(
    `importing it again changes nothing, ${kind}`,
    again.createdCount === 0 && again.updatedCount === 0 && again.failedCount === 0,
  )
}

/** Seconds that each portion takes, one after the other in a library of their own. */
async function timePortions(visitor: ApiVisitor): Promise<number[]> {
  const library = await createLibrary(visitor, 'Pattern')
  const portions: number[] = []
  for (let portion = 0; portion < PORTIONS; portion += 1) {
    const rows = Array.from({ length: PORTION }, (_, n) => portion * PORTION + n).map(
      (n) => `"Reader ${n}","Summarize the ticket in {{text}} for reader ${n}."`,
    )
    const began = performance.now()
    await runImport(visitor, library.id, ['act,prompt', ...rows].join('\n'))
    portions.push((performance.now() - began) / 1000)
  }
  return portions
}

async function runImport(visitor: ApiVisitor, libraryId: string, csv: string): Promise<Import> {
  const id = await upload(visitor, libraryId, csv)
  const { importRun } = await visitor.query(
    `mutation ($input: ImportRunInput!) { importRun(input: $input) { __typename ... on Error { message } } }`,
    { input: { importId: id, dryRun: false, mapping: { name: 'act', content: 'prompt' } } },
  )
  if (importRun.message) throw new Error(importRun.message)
  for (;;) {
    const { node }: { node: Import } = await visitor.query(
      `query ($id: ID!) { node(id: $id) { ... on Import { id state total processed createdCount updatedCount skippedCount
        failedCount crlfReplaced message } } }`,
      { id },
    )
    if (node.state === 'DONE') return node
    if (node.state !== 'RUNNING') throw new Error(`The import ended as ${node.state}: ${node.message}`)
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

interface Uploaded {
  readonly importUpload: { readonly message?: string; readonly import: { readonly id: string } }
}

async function upload(visitor: ApiVisitor, libraryId: string, csv: string): Promise<string> {
  let importId: string | null = null
  for (let offset = 0; offset < csv.length; offset += CHUNK) {
    const input: Record<string, unknown> = {
      libraryId,
      importId,
      fileName: 'prompts.csv',
      offset,
      chunk: csv.slice(offset, offset + CHUNK),
      last: offset + CHUNK >= csv.length,
    }
    const { importUpload }: Uploaded = await visitor.query(
      `mutation ($input: ImportUploadInput!) { importUpload(input: $input) {
        ... on ImportUploadPayload { import { id } } ... on Error { message } } }`,
      { input },
    )
    if (importUpload.message) throw new Error(importUpload.message)
    importId = importUpload.import.id
  }
  return importId!
}

/** Contents of all versions of all prompts of a library. */
async function storedTexts(visitor: ApiVisitor, slug: string): Promise<Set<string>> {
  const texts = new Set<string>()
  let after: string | null = null
  do {
    const answer: Page = await visitor.query(
      `query ($slug: String!, $after: String) { library(slug: $slug) { prompts(first: 50, after: $after) {
        edges { node { commits(first: 10) { edges { node { content } } } } } pageInfo { hasNextPage endCursor } } } }`,
      { slug, after },
    )
    const { edges, pageInfo } = answer.library.prompts
    for (const { node } of edges) for (const commit of node.commits.edges) texts.add(commit.node.content)
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null
  } while (after)
  return texts
}

interface Page {
  readonly library: {
    readonly prompts: {
      readonly edges: readonly {
        readonly node: {
          readonly commits: { readonly edges: readonly { readonly node: { readonly content: string } }[] }
        }
      }[]
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    }
  }
}
