import { type Actor, actorRef } from '../accounts/index.ts'
import type { Changes } from '../audit/index.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { authorize, createCaller, type LibraryService } from '../libraries/index.ts'
import type { Bus } from '../platform/bus.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database, Transaction } from '../platform/database.ts'
import { DomainError } from '../platform/errors.ts'
import type { Logger } from '../platform/logger.ts'
import { type AlikeRow, createAlikeFinder } from './alike.ts'
import { CsvFileError, type CsvRow, openCsv } from './csv-file.ts'
import { type BatchDeps, createBatches, type Outcome } from './import-batch.ts'
import type { Mapping } from './mapping.ts'
import { createRowPlanner, type PlannedRow, type RowPlan, type RowProblem } from './plan-row.ts'
import { createStatisticsUpkeep } from './statistics.ts'
import type { ImportKey, ImportRow, ImportStore } from './store.ts'

/** Rows whose problems are listed; all are counted. */
export const MOST_ROW_ERRORS = 200
const BATCH_ROWS = 50
const BATCH_CHARACTERS = 500_000
const ANNOUNCE_MS = 250

/** Said of an import that stopped with its server. */
export const CUT_OFF =
  'The server stopped in the middle of this import. Run it again: rows that were imported are skipped.'

/** Where changes of an import are announced. */
export const importTopic = (id: string) => `import:${id}`

export interface RunnerDeps extends BatchDeps {
  readonly db: Database
  readonly store: ImportStore
  readonly libraries: LibraryService
  readonly catalogue: Catalogue
  readonly changes: Changes
  readonly bus: Bus
  readonly clock: Clock
  readonly logger: Logger
}

/** The import is not running any more: somebody cancelled it. */
class Cancelled extends Error {}
/** The server is about to stop. */
class Interrupted extends Error {}

/** Runs imports in the background, a batch of rows at a time, so that other work finds its turn in between. */
export function createRunner(deps: RunnerDeps) {
  const { db, store, libraries, changes, bus, clock, logger } = deps
  const batches = createBatches(deps)
  const runs = new Map<string, Promise<void>>()
  let closing = false

  function announce(key: ImportKey): void {
    bus.publish(importTopic(key.id), { libraryId: key.libraryId, id: key.id })
  }

  async function record(tx: Transaction, key: ImportKey, outcome: Outcome): Promise<void> {
    const row = await store.lock(tx, key)
    if (row?.state !== 'running') throw new Cancelled()
    await store.move(tx, key, ['running'], { ...added(row, outcome), touchedAt: clock.now() })
  }

  /** Access may have been taken away since the run began. */
  async function assertStillAllowed(actor: Actor, libraryId: string): Promise<void> {
    const present = actor.kind === 'key' ? await libraries.refreshKey(actor) : actor
    await authorize(createCaller(present, libraries.findLevel), libraryId, 'prompt.import', 'The library')
  }

  async function runRows(row: ImportRow, actor: Actor, mapping: Mapping): Promise<void> {
    const [library] = await libraries.findLibraries([row.libraryId])
    const { columns, rows } = await openCsv(store.chunks(row))
    const findAlike = createAlikeFinder(deps.catalogue, row.libraryId)
    const keepStatistics = createStatisticsUpkeep(db)
    let announcedAt = 0
    for await (const batch of batchesOf(rows, createRowPlanner(mapping, columns.length))) {
      if (closing) throw new Interrupted()
      await assertStillAllowed(actor, row.libraryId)
      await batches.run({
        ...batch,
        library: library!,
        actor,
        message: `Imported from ${row.fileName}`,
        dryRun: row.dryRun,
        findAlike,
        record: (tx, outcome) => record(tx, row, outcome),
      })
      if (!row.dryRun) await keepStatistics(batch.rows.length)
      if (Date.now() - announcedAt < ANNOUNCE_MS) continue
      announcedAt = Date.now()
      announce(row)
    }
  }

  async function finish(
    row: ImportRow,
    actor: Actor,
    state: 'done' | 'failed',
    message: string | null,
  ): Promise<void> {
    const end = async (tx: Transaction) => {
      const after = await store.move(tx, row, ['running'], {
        state,
        message,
        finishedAt: clock.now(),
        touchedAt: clock.now(),
      })
      if (after && state === 'done' && !row.dryRun) await store.deleteChunks(tx, row)
      return after
    }
    // A dry run changes nothing of the library, so there is nothing to put on record.
    if (row.dryRun) await db.transaction(end)
    else {
      await changes.run(row.libraryId, actor, async (tx, note) => {
        const after = await end(tx)
        if (after)
          note({
            action: 'import.finish',
            subject: importSubject(after),
            details: { state, ...countsOf(after), ...(message ? { message } : {}) },
          })
      })
    }
    announce(row)
  }

  async function run(row: ImportRow, actor: Actor, mapping: Mapping): Promise<void> {
    try {
      await runRows(row, actor, mapping)
      await finish(row, actor, 'done', null)
    } catch (error) {
      if (error instanceof Cancelled) return
      if (!isExpected(error))
        logger.error({ err: error, importId: row.id, actor: actorRef(actor) }, 'an import failed')
      await finish(row, actor, 'failed', messageOf(error))
    }
  }

  return {
    announce,

    isRunning: (id: string): boolean => runs.has(id),

    /** Begins to import rows of an import that was put to `running`. Returns at once. */
    start(row: ImportRow, actor: Actor, mapping: Mapping): void {
      const done = run(row, actor, mapping)
        .catch((error) =>
          logger.error({ err: error, importId: row.id }, 'an import could not be brought to its end'),
        )
        .finally(() => runs.delete(row.id))
      runs.set(row.id, done)
    },

    /** Resolves when nothing runs any more. */
    async idle(): Promise<void> {
      while (runs.size > 0) await Promise.all(runs.values())
    },

    /** Stops after the batches under way; what is left can be run again. */
    async close(): Promise<void> {
      closing = true
      await this.idle()
    },
  }
}

export type Runner = ReturnType<typeof createRunner>

interface Batch {
  readonly rows: PlannedRow[]
  readonly problems: RowProblem[]
}

/** Rows in portions of bounded number and size. */
async function* batchesOf(
  rows: AsyncIterable<CsvRow>,
  plan: (row: CsvRow) => RowPlan,
): AsyncGenerator<Batch, void, void> {
  let batch: Batch = { rows: [], problems: [] }
  let characters = 0
  for await (const row of rows) {
    const planned = plan(row)
    if (planned.ok) {
      batch.rows.push(planned.row)
      characters += planned.row.content.length
    } else batch.problems.push(planned.problem)
    if (batch.rows.length + batch.problems.length < BATCH_ROWS && characters < BATCH_CHARACTERS) continue
    yield batch
    batch = { rows: [], problems: [] }
    characters = 0
  }
  if (batch.rows.length + batch.problems.length > 0) yield batch
}

/** The counts of an import that has done nothing yet. */
export const NOTHING_DONE = {
  processed: 0,
  createdCount: 0,
  updatedCount: 0,
  skippedCount: 0,
  failedCount: 0,
  crlfReplaced: 0,
  rowErrors: [] as readonly RowProblem[],
  alikeCount: 0,
  alikeRows: [] as readonly AlikeRow[],
}

function added(row: ImportRow, outcome: Outcome): Partial<ImportRow> {
  const { created = 0, updated = 0, skipped = 0, problems = [], alike = [], lineEndings = 0 } = outcome
  return {
    processed: row.processed + created + updated + skipped + problems.length,
    createdCount: row.createdCount + created,
    updatedCount: row.updatedCount + updated,
    skippedCount: row.skippedCount + skipped,
    failedCount: row.failedCount + problems.length,
    crlfReplaced: row.crlfReplaced + lineEndings,
    rowErrors: [...row.rowErrors, ...problems].slice(0, MOST_ROW_ERRORS),
    alikeCount: row.alikeCount + alike.length,
    alikeRows: [...row.alikeRows, ...alike].slice(0, MOST_ROW_ERRORS),
  }
}

export const importSubject = (row: ImportRow) => ({ type: 'import', id: row.id, label: row.fileName })

function countsOf(row: ImportRow) {
  return {
    total: row.total,
    created: row.createdCount,
    updated: row.updatedCount,
    skipped: row.skippedCount,
    failed: row.failedCount,
    alike: row.alikeCount,
    lineEndings: row.crlfReplaced,
  }
}

function isExpected(error: unknown): boolean {
  return error instanceof DomainError || error instanceof CsvFileError || error instanceof Interrupted
}

function messageOf(error: unknown): string {
  if (error instanceof Interrupted) return CUT_OFF
  if (isExpected(error)) return (error as Error).message
  return 'Something failed on the server. Run the import again: rows that were imported are skipped.'
}
