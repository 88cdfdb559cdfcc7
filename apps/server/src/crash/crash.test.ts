import { verifyCommit } from '@incipit/version-control'
import { eq, sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { createAuditService, createAuditStore } from '../audit/index.ts'
import { libraries } from '../libraries/tables.ts'
import { systemClock } from '../platform/clock.ts'
import { type OpenDatabase, openDatabase } from '../platform/database.ts'
import { type ApiVisitor, visitDemo } from '../testing/api-visitor.ts'
import { cpuSeconds } from '../testing/cpu-time.ts'
import { createSeededRandom } from '../testing/seeded-random.ts'
import { type ServerProcess, startServerProcess } from '../testing/server-process.ts'
import { createTestDatabase } from '../testing/test-database.ts'
import { readStoredPrompt, type StoredPrompt } from './stored-prompt.ts'
import { type Desk, type Ledger, sha256, startWriter } from './writer.ts'

const ROUNDS = 5
const WRITERS = 10
const DESKS = 3
/** A restart takes less than this, by the processor: by the clock it depends on what else the machine does. */
const RESTART_SECONDS = 10
/** By the clock, a restart that waits for something that never comes shows here. */
const RESTART_WALL_SECONDS = 60

const seed = Number(process.env.CRASH_SEED ?? Math.floor(Math.random() * 2 ** 31))
const random = createSeededRandom(seed)
const { address, drop } = await createTestDatabase()
let server: ServerProcess
afterAll(async () => {
  await server?.kill()
  await drop()
})

test(`what was acknowledged survives kill -9, ${ROUNDS} times (CRASH_SEED=${seed})`, async () => {
  console.log(`kill -9: CRASH_SEED=${seed}, ${'url' in address ? 'PostgreSQL' : 'embedded'} database`)
  server = await startServerProcess({ address })
  const { port } = server
  const desks = await furnish(await visitDemo(server.url, 'admin'))
  const ledgers: Ledger[] = []
  for (let round = 1; round <= ROUNDS; round += 1) {
    ledgers.push(...(await writeUntilKilled(desks, `r${round}`)))
    server = await startServerProcess({ address, port })
    const processor = cpuSeconds(server.pid)
    const { acknowledged, commits } = await expectEverything(server.url, desks, ledgers)
    const wall = server.readyMs / 1000
    console.log(
      `round ${round}: ${acknowledged} acknowledged edits and ${commits} commits are there, ready after ${wall.toFixed(1)} s (processor: ${processor?.toFixed(1)} s)`,
    )
    expect(processor ?? wall).toBeLessThan(RESTART_SECONDS)
    expect(wall).toBeLessThan(RESTART_WALL_SECONDS)
  }
  expect(ledgers.flatMap((ledger) => ledger.commits).length).toBeGreaterThanOrEqual(ROUNDS)
  await server.stop()
  const database = await openDatabase(address)
  try {
    await expectNoHalves(database)
    await expectIntactAudit(database)
  } finally {
    await database.close()
  }
}, 240_000)

/** A few prompts to write in, numbered 1, 2, 3 so that gaps show. */
async function furnish(admin: ApiVisitor): Promise<Desk[]> {
  const { viewer } = await admin.query('{ viewer { libraries(first: 1) { edges { node { id } } } } }')
  const libraryId = viewer.libraries.edges[0].node.id
  await admin.query(
    'mutation ($id: ID!) { libraryUpdate(input: { id: $id, versionScheme: SEQUENTIAL }) { ... on LibraryUpdatePayload { library { id } } } }',
    { id: libraryId },
  )
  const desks: Desk[] = []
  for (let number = 1; number <= DESKS; number += 1) {
    const { promptCreate } = await admin.query(
      `mutation ($input: PromptCreateInput!) { promptCreate(input: $input) { ... on PromptCreatePayload {
        prompt { id branch(name: "main") { id document { room } } } } } }`,
      { input: { libraryId, name: `Desk ${number}`, category: 'tasks', content: 'First line\n' } },
    )
    const { id, branch } = promptCreate.prompt
    desks.push({ promptId: id, branchId: branch.id, room: branch.document.room })
  }
  return desks
}

/** Lets everybody write until enough was acknowledged, and kills the server at some moment after that. */
async function writeUntilKilled(desks: readonly Desk[], round: string): Promise<Ledger[]> {
  const enough = { edits: random.between(100, 600), commits: random.between(1, 6) }
  const afterwardsMs = random.between(0, 60)
  const reached = Promise.withResolvers<void>()
  const writers: Awaited<ReturnType<typeof startWriter>>[] = []
  const onProgress = () => {
    const edits = writers.reduce((sum, writer) => sum + writer.acknowledged(), 0)
    const commits = writers.reduce((sum, writer) => sum + writer.committed(), 0)
    if (edits >= enough.edits && commits >= enough.commits) reached.resolve()
  }
  for (let number = 0; number < WRITERS; number += 1) {
    writers.push(
      await startWriter({
        name: `${round}w${number}`,
        desk: desks[number % desks.length]!,
        visitor: await visitDemo(server.url, number % 2 === 0 ? 'admin' : 'developer'),
        random,
        onProgress,
        onFailure: reached.reject,
      }),
    )
  }
  await reached.promise
  await new Promise((resolve) => setTimeout(resolve, afterwardsMs))
  await server.kill()
  return Promise.all(writers.map((writer) => writer.end()))
}

/** Everything that was ever promised is there, by the eyes of somebody who was not there before. */
async function expectEverything(url: string, desks: readonly Desk[], ledgers: readonly Ledger[]) {
  const reader = await visitDemo(url, 'admin')
  let acknowledged = 0
  let commits = 0
  for (const desk of desks) {
    const stored = await readStoredPrompt(reader, desk)
    const own = ledgers.filter(({ promptId }) => promptId === desk.promptId)
    expectLines(stored, own)
    expectCommits(stored, own)
    acknowledged += own.reduce((sum, ledger) => sum + ledger.kept.length + ledger.deleted.length, 0)
    commits += stored.commits.length
  }
  const { viewer } = await reader.query(
    '{ viewer { libraries(first: 1) { edges { node { auditVerification { ok reason count } } } } } }',
  )
  expect(viewer.libraries.edges[0].node.auditVerification).toMatchObject({ ok: true, reason: null })
  return { acknowledged, commits }
}

function expectLines({ lines }: StoredPrompt, ledgers: readonly Ledger[]): void {
  const times = new Map<string, number>()
  for (const line of lines) times.set(line, (times.get(line) ?? 0) + 1)
  const kept = ledgers.flatMap((ledger) => ledger.kept)
  expect(kept.filter((line) => times.get(line) !== 1)).toEqual([])
  expect(ledgers.flatMap((ledger) => ledger.deleted).filter((line) => times.has(line))).toEqual([])
  expect(ledgers.flatMap((ledger) => ledger.uncommitted)).toEqual([])
}

function expectCommits({ commits, head }: StoredPrompt, ledgers: readonly Ledger[]): void {
  const byHash = new Map(commits.map((commit) => [commit.hash, commit]))
  for (const promised of ledgers.flatMap((ledger) => ledger.commits)) {
    expect(byHash.get(promised.hash)).toMatchObject({
      version: promised.version,
      content: promised.content,
      contentHash: promised.contentHash,
      message: promised.message,
    })
  }
  // Those nobody heard of again may be there or not, but only whole and only once.
  const attempts = ledgers.flatMap((ledger) => ledger.attempts)
  const messages = commits.map((commit) => commit.message)
  expect(new Set(messages).size).toBe(messages.length)
  expect(messages.filter((message) => !attempts.includes(message))).toEqual([])
  expect(head).toBe(commits[0]?.hash ?? null)
  const ascending = commits.toReversed()
  expect(ascending.map((commit) => commit.version)).toEqual(ascending.map((_, index) => `v${index + 1}`))
  for (const [index, commit] of ascending.entries()) {
    const parents = index === 0 ? [] : [ascending[index - 1]!.hash]
    expect(commit.parents.map((parent) => parent.hash)).toEqual(parents)
    expect(sha256(commit.content)).toBe(commit.contentHash)
    const { changeType, authors, createdAt, message, contentHash: content } = commit
    const body = { content, parents, authors: authors.map(({ id }) => id), createdAt, message }
    expect(verifyCommit(commit.hash, { ...body, changeType: changeType.toLowerCase() as 'feature' })).toBe(
      true,
    )
  }
}

/** Rows that are only ever written together, counted where one stands without the other. */
async function expectNoHalves({ db }: OpenDatabase): Promise<void> {
  const [halves] = await db.execute(sql`select
    (select count(*)::int from branches b where head_commit_id is not null and not exists (select from commits c
      where c.library_id = b.library_id and c.prompt_id = b.prompt_id and c.id = b.head_commit_id)) as heads,
    (select count(*)::int from prompts p join branches b on b.library_id = p.library_id and b.prompt_id = p.id
      and b.name = 'main' where p.head_commit_id is distinct from b.head_commit_id) as prompts,
    (select count(*)::int from commits c where not exists (select from blobs b
      where b.library_id = c.library_id and b.hash = c.content_hash)) as blobs,
    (select count(*)::int from blobs where hash <> encode(sha256(convert_to(content, 'UTF8')), 'hex')) as contents,
    (select count(*)::int from commits c where not exists (select from commit_authors a
      where a.library_id = c.library_id and a.prompt_id = c.prompt_id and a.commit_id = c.id)) as authors,
    (select count(*)::int from commits c where seq > 1 and not exists (select from commit_parents p
      where p.library_id = c.library_id and p.prompt_id = c.prompt_id and p.commit_id = c.id)) as parents,
    (select count(*)::int from commits c join prompts p on p.library_id = c.library_id and p.id = c.prompt_id
      where p.name like 'Desk %' and not exists (select from audit_entries a where a.library_id = c.library_id
      and a.action = 'commit.create' and a.subject_id = c.id)) as unaudited,
    (select count(*)::int from audit_entries a where a.action = 'commit.create' and not exists
      (select from commits c where c.library_id = a.library_id and c.id = a.subject_id)) as ghosts`)
  const none = {
    heads: 0,
    prompts: 0,
    blobs: 0,
    contents: 0,
    authors: 0,
    parents: 0,
    unaudited: 0,
    ghosts: 0,
  }
  expect(halves).toEqual(none)
}

async function expectIntactAudit({ db }: OpenDatabase): Promise<void> {
  const audit = createAuditService({ db, store: createAuditStore(db), clock: systemClock })
  const [library] = await db.select().from(libraries).where(eq(libraries.slug, 'scriptorium'))
  expect(await audit.verify(library!.libraryId)).toMatchObject({ ok: true, firstBadSeq: null })
}
