import { type DatabaseAddress, openDatabase } from '@incipit/server/src/platform/database.ts'
import { type ApiVisitor, visitDemo } from '@incipit/server/src/testing/api-visitor.ts'
import { startServerProcess } from '@incipit/server/src/testing/server-process.ts'
import { sql } from 'drizzle-orm'
import { type DatabaseKind, onEachDatabase } from './harness/databases.ts'
import { createLibrary } from './harness/prompts.ts'
import type { Report } from './harness/report.ts'
import { median, percentile, timed } from './harness/samples.ts'
import { fillLibraries } from './harness/synthetic-library.ts'

const SIZES = [1_000, 10_000, 100_000]
const ROUNDS = 20
/** Milliseconds that 95 of 100 searches have to keep, whatever the size of the library. */
const LIMIT: Record<DatabaseKind, number> = { embedded: 250, PostgreSQL: 100 }
const PAGE = 25

/** What is typed. */
const SEARCHES = [
  ['one letter', 's'],
  ['three letters', 'con'],
  ['a common word', 'customer'],
  ['the most common word', 'the'],
  ['a rare word', 'traquiwovi'],
  ['two words', 'refund customer'],
  ['a misspelt word', 'custmoer'],
  ['nothing there is', 'xqzjvk'],
  ['a phrase', '"refund order"'],
] as const

/** The list page while somebody searches, as the web application asks for it, but for the counts. */
const SEARCH = `query ($slug: String!, $search: String!) { library(slug: $slug) { prompts(first: ${PAGE}, filter: { search: $search }) {
  correctedTo pageInfo { hasNextPage endCursor }
  edges { matches { field text ranges { from to } } node { id key name description status version owner modifiedAt tags { name } } } } } }`
const COUNT = `query ($slug: String!, $search: String!) { library(slug: $slug) { prompts(first: 0, filter: { search: $search }) { totalCount } } }`
const FACETS = `query ($slug: String!, $filter: PromptFilter) { library(slug: $slug) { facets(filter: $filter) {
  total stale hasOpenChanges hasErrors categories { value count } statuses { value count } owners { value count } models { value count } tags { value count } } } }`
const LIST = `query ($slug: String!, $after: String) { library(slug: $slug) { prompts(first: ${PAGE}, after: $after) {
  pageInfo { endCursor } edges { node { id key name description status version owner modifiedAt tags { name } } } } } }`

interface Filled {
  readonly libraryId: string
  readonly slug: string
  readonly prompts: number
  /** 95th percentiles of the same searches by ILIKE, in milliseconds. */
  readonly ilike: readonly number[]
}

/** Finding prompts in libraries of several sizes, over GraphQL, beside the same words looked for by plain ILIKE. */
export async function measureSearch(report: Report): Promise<void> {
  await onEachDatabase(report, async (address, kind) => {
    const libraries = await fill(report, address, kind)
    const server = await startServerProcess({ address })
    const visitor = await visitDemo(server.url, 'admin')
    for (const library of libraries) {
      await measureSearches(report, visitor, kind, library)
      await measureCounts(report, visitor, kind, library)
      await measurePages(report, visitor, kind, library)
    }
    await server.stop()
  })
}

async function fill(report: Report, address: DatabaseAddress, kind: DatabaseKind): Promise<Filled[]> {
  const maker = await startServerProcess({ address })
  const visitor = await visitDemo(maker.url, 'admin')
  const slugs: string[] = []
  for (const size of SIZES) slugs.push((await createLibrary(visitor, `Of ${size} prompts`)).slug)
  await maker.stop()
  const database = await openDatabase(address)
  const made: Omit<Filled, 'ilike'>[] = []
  for (const [at, prompts] of SIZES.entries()) {
    const [row] = await database.db.execute<{ id: string }>(
      sql`select library_id as id from libraries where slug = ${slugs[at]!}`,
    )
    made.push({ libraryId: row!.id, slug: slugs[at]!, prompts })
  }
  const filling = await timed(() => fillLibraries(database, made))
  report.figure({ figure: `filling in bulk, ${kind}`, value: filling / 1000, unit: 's' })
  const filled: Filled[] = []
  for (const library of made) {
    const ilike: number[] = []
    for (const [, search] of SEARCHES) {
      const times = await sampled(library.prompts > 10_000 ? 5 : ROUNDS, () =>
        searchPlainly(database.db, library.libraryId, search),
      )
      ilike.push(percentile(times, 0.95))
    }
    filled.push({ ...library, ilike })
  }
  await database.close()
  return filled
}

/** The page's ids and texts, without ranking, correction, access and marks: less than a search does. */
async function searchPlainly(
  db: Awaited<ReturnType<typeof openDatabase>>['db'],
  libraryId: string,
  search: string,
): Promise<unknown> {
  const words = search.replaceAll('"', '').split(' ')
  const each = words.map((word) => sql`text ilike ${`%${word}%`}`)
  return db.execute(sql`select id, text from plain_texts where library_id = ${libraryId}::uuid and ${sql.join(each, sql` and `)}
    order by modified_at desc, id desc limit ${PAGE + 1}`)
}

async function measureSearches(
  report: Report,
  visitor: ApiVisitor,
  kind: DatabaseKind,
  library: Filled,
): Promise<void> {
  const { slug, prompts, ilike } = library
  const all: number[] = []
  for (const [at, [name, search]] of SEARCHES.entries()) {
    const times = await sampled(ROUNDS, () => visitor.query(SEARCH, { slug, search }))
    all.push(...times)
    report.figure({
      figure: `search for ${name}, p95, ${kind}, ${prompts} prompts`,
      value: percentile(times, 0.95),
      unit: 'ms',
      peer: { name: 'plain ILIKE in SQL alone', value: ilike[at]! },
      atMost: LIMIT[kind],
    })
  }
  report.figure({
    figure: `all these searches, p50, ${kind}, ${prompts} prompts`,
    value: median(all),
    unit: 'ms',
  })
  report.figure({
    figure: `all these searches, p95, ${kind}, ${prompts} prompts`,
    value: percentile(all, 0.95),
    unit: 'ms',
    atMost: LIMIT[kind],
  })
}

async function measureCounts(
  report: Report,
  visitor: ApiVisitor,
  kind: DatabaseKind,
  { slug, prompts }: Filled,
): Promise<void> {
  const counts = [
    ['facets of all', FACETS, { filter: {} }],
    ['facets of a category', FACETS, { filter: { category: ['agents'] } }],
    ['facets of a common word', FACETS, { filter: { search: 'customer' } }],
    ['count of a common word', COUNT, { search: 'customer' }],
  ] as const
  for (const [name, query, variables] of counts) {
    const times = await sampled(ROUNDS / 2, () => visitor.query(query, { slug, ...variables }))
    report.figure({
      figure: `${name}, p95, ${kind}, ${prompts} prompts`,
      value: percentile(times, 0.95),
      unit: 'ms',
    })
  }
}

/** The hundredth page is found by walking there, as a reader would. */
async function measurePages(
  report: Report,
  visitor: ApiVisitor,
  kind: DatabaseKind,
  { slug, prompts }: Filled,
): Promise<void> {
  const endOf = async (after: string | null): Promise<string | null> =>
    (await visitor.query(LIST, { slug, after })).library.prompts.pageInfo.endCursor
  const last = Math.min(99, prompts / PAGE - 1)
  let after: string | null = null
  for (let page = 1; page <= last; page += 1) after = await endOf(after)
  const [first, late] = [
    await sampled(ROUNDS, () => visitor.query(LIST, { slug, after: null })),
    await sampled(ROUNDS, () => visitor.query(LIST, { slug, after })),
  ]
  report.figure({
    figure: `page ${last + 1} of the list, p50, ${kind}, ${prompts} prompts`,
    value: median(late),
    unit: 'ms',
    peer: { name: 'first page', value: median(first) },
  })
}

/** Milliseconds of each round; the first only warms up. */
async function sampled(rounds: number, work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round <= rounds; round += 1) times.push(await timed(work))
  return times.slice(1)
}
