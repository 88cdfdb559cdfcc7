import type { Actor } from '../accounts/index.ts'
import { authorize, type Caller } from '../libraries/index.ts'
import { ConflictError, NotFoundError, ValidationError } from '../platform/errors.ts'
import type { NewId } from '../platform/ids.ts'
import { line, parseInput } from '../platform/input.ts'
import { type AlikeRow, createAlikeFinder } from './alike.ts'
import { CsvFileError, openCsv } from './csv-file.ts'
import { checkedMapping, type MappingInput, suggestMapping } from './mapping.ts'
import { createRowPlanner, type RowPlan } from './plan-row.ts'
import { CUT_OFF, createRunner, importSubject, NOTHING_DONE, type RunnerDeps } from './runner.ts'
import type { ImportKey, ImportRow } from './store.ts'

/** UTF-16 units of one uploaded piece. */
export const MOST_CHUNK = 400_000
/** UTF-16 units of a file. */
const MOST_FILE = 64 * 1024 * 1024
/** Imports of one caller whose files are kept at the same time. */
const MOST_OPEN = 3
const PREVIEW_ROWS = 20
const PREVIEW_CONTENT = 500
/** A running import gives signs of life much more often; one that is silent for so long was cut off. */
const SILENT_MS = 30_000
/** An import that nobody went on with for so long makes room for a new one. */
const IDLE_MS = 10 * 60_000
const FORGOTTEN_MS = 24 * 60 * 60_000

export interface UploadInput {
  readonly libraryId: string
  /** Null for the first piece. */
  readonly importId: string | null
  readonly fileName: string | null
  readonly offset: number
  readonly chunk: string
  readonly last: boolean
}

/** A row as it would become a prompt. */
export interface PreviewRow {
  readonly line: number
  readonly name: string
  /** Its beginning. */
  readonly content: string
  readonly key: string
  readonly category: string
  readonly tags: readonly string[]
  readonly problem: string | null
  /** What it is nearly the same as; null where there is nothing. */
  readonly alike: Pick<AlikeRow, 'key' | 'similarity'> | null
}

export interface ImportDeps extends RunnerDeps {
  readonly newId: NewId
}

/** Prompts from CSV files: uploaded in pieces, looked at, then run in the background. */
export function createImportService(deps: ImportDeps) {
  const { db, store, changes, clock, newId } = deps
  const runner = createRunner(deps)

  /** An import of the caller's own, or any for an admin; others' are as good as missing. */
  async function load(caller: Caller, key: ImportKey): Promise<{ actor: Actor; row: ImportRow }> {
    const actor = await authorize(caller, key.libraryId, 'prompt.import', 'The import')
    const row = await store.find(db, key)
    if (!row || !(await isSeenBy(caller, actor, row))) throw new NotFoundError('The import')
    return { actor, row: isCutOff(row) ? await fail(row) : row }
  }

  async function isSeenBy(caller: Caller, actor: Actor, row: ImportRow): Promise<boolean> {
    if (row.createdByKind === actor.kind && row.createdById === actor.id) return true
    return (await caller.subjectIn(row.libraryId))?.level === 'admin'
  }

  function isCutOff(row: ImportRow): boolean {
    const silentFor = clock.now().getTime() - row.touchedAt.getTime()
    return row.state === 'running' && !runner.isRunning(row.id) && silentFor > SILENT_MS
  }

  async function fail(row: ImportRow): Promise<ImportRow> {
    const failed = await store.move(db, row, ['running'], {
      state: 'failed',
      message: CUT_OFF,
      finishedAt: clock.now(),
      touchedAt: clock.now(),
    })
    return failed ?? row
  }

  /** Drops an import that is not running, with its file. */
  async function giveUp(row: ImportRow, message: string | null): Promise<ImportRow> {
    const gone = await db.transaction(async (tx) => {
      const now = clock.now()
      const values = { state: 'cancelled', message, finishedAt: now, touchedAt: now }
      const after = await store.move(tx, row, ['uploading', 'failed', 'done'], values)
      if (after) await store.deleteChunks(tx, row)
      return after
    })
    if (gone) runner.announce(gone)
    return gone ?? row
  }

  async function makeRoom(actor: Actor, libraryId: string): Promise<void> {
    const before = (ms: number) => new Date(clock.now().getTime() - ms)
    for (const row of await store.forgotten(libraryId, before(FORGOTTEN_MS))) {
      if (row.state === 'running') await fail(row)
      else await giveUp(row, 'Nobody went on with this import for a day.')
    }
    const open = await store.open(libraryId, actor)
    if (open.length < MOST_OPEN) return
    const idle = open.find((row) => row.state !== 'running' && row.touchedAt < before(IDLE_MS))
    if (!idle) {
      throw new ConflictError(
        `You have ${open.length} imports open, and ${MOST_OPEN} are possible. Run or cancel one of them, or wait: one that nobody goes on with for ten minutes makes room.`,
      )
    }
    await giveUp(idle, 'A newer import took its place.')
  }

  async function begin(actor: Actor, input: UploadInput): Promise<ImportRow> {
    const { libraryId } = input
    if (input.offset !== 0)
      throw new ConflictError(
        `Nothing of this file has arrived; this piece begins at ${input.offset}. Begin with the first.`,
      )
    const fileName = parseInput(line('The file name', 1, 200), input.fileName ?? 'prompts.csv')
    await makeRoom(actor, libraryId)
    const now = clock.now()
    const row: ImportRow = {
      libraryId,
      id: newId(),
      fileName,
      state: 'uploading',
      size: 0,
      columns: [],
      total: 0,
      ...NOTHING_DONE,
      dryRun: false,
      message: null,
      createdByKind: actor.kind,
      createdById: actor.id,
      createdAt: now,
      touchedAt: now,
      finishedAt: null,
    }
    await store.insert(db, row)
    return row
  }

  /** Adds a piece at its place; one that is there already changes nothing. */
  async function append(key: ImportKey, input: UploadInput): Promise<ImportRow> {
    const { offset, chunk } = input
    const end = offset + chunk.length
    return db.transaction(async (tx) => {
      const row = (await store.lock(tx, key))!
      if (row.state === 'cancelled')
        throw new ConflictError(`This import was cancelled. ${row.message ?? ''} Begin a new one.`)
      if (end <= row.size && (chunk === '' || (await store.findChunk(tx, key, offset)) === chunk)) return row
      if (offset !== row.size || row.columns.length > 0) {
        throw new ConflictError(
          `${row.size} characters of the file have arrived; this piece at ${offset} does not continue them. Go on from there, or begin a new import.`,
        )
      }
      if (end > MOST_FILE)
        throw ValidationError.of(
          'chunk',
          `A file has at most ${MOST_FILE.toLocaleString('en')} characters. Split it.`,
        )
      if (chunk !== '') await store.insertChunk(tx, key, offset, chunk)
      return (await store.move(tx, key, ['uploading'], { size: end, touchedAt: clock.now() }))!
    })
  }

  /** Looks through the whole file: its columns, how many rows there are, and whether it is CSV at all. */
  async function complete(row: ImportRow): Promise<ImportRow> {
    try {
      const { columns, rows } = await openCsv(store.chunks(row))
      let total = 0
      for await (const _row of rows) total += 1
      if (total === 0)
        throw new CsvFileError('The file has a header and no rows. Choose a file with at least one row.')
      const values = { columns: [...columns], total, touchedAt: clock.now() }
      return (await store.move(db, row, ['uploading'], values)) ?? row
    } catch (error) {
      if (!(error instanceof CsvFileError)) throw error
      await giveUp(row, error.message)
      throw ValidationError.of('chunk', error.message)
    }
  }

  return {
    /** An import the caller may see. @throws NotFoundError for others' as for missing ones */
    async find(caller: Caller, key: ImportKey): Promise<ImportRow> {
      return (await load(caller, key)).row
    },

    /** Takes the next piece of a file; the first one begins an import. */
    async upload(caller: Caller, input: UploadInput): Promise<ImportRow> {
      const { libraryId, importId, chunk, offset } = input
      const actor = await authorize(caller, libraryId, 'prompt.import', 'The library')
      if (chunk.length > MOST_CHUNK) {
        throw ValidationError.of(
          'chunk',
          `A piece has at most ${MOST_CHUNK.toLocaleString('en')} characters; this one has ${chunk.length.toLocaleString('en')}.`,
        )
      }
      if (offset < 0)
        throw ValidationError.of('offset', 'The offset counts the characters before this piece: 0 or more.')
      const before =
        importId === null ? await begin(actor, input) : (await load(caller, { libraryId, id: importId })).row
      const row = await append(before, input)
      return input.last && row.columns.length === 0 ? complete(row) : row
    },

    /** What the first rows would become. Without a mapping the suggested one, where it suffices. */
    async preview(
      row: ImportRow,
      input: MappingInput | null,
    ): Promise<{ rows: PreviewRow[]; total: number }> {
      assertKept(row)
      const suggested = suggestMapping(row.columns)
      const mapping =
        input ?? (suggested.name !== null && suggested.content !== null ? (suggested as MappingInput) : null)
      if (!mapping) return { rows: [], total: row.total }
      const checked = checkedMapping(row.columns, mapping)
      const plan = createRowPlanner(checked, row.columns.length)
      const { rows } = await openCsv(store.chunks(row))
      const shown: { plan: RowPlan; cell: string }[] = []
      for await (const next of rows) {
        shown.push({ plan: plan(next), cell: next.cells[checked.columns.content!] ?? '' })
        if (shown.length === PREVIEW_ROWS) break
      }
      const findAlike = createAlikeFinder(deps.catalogue, row.libraryId)
      const alike = await findAlike(shown.flatMap(({ plan }) => (plan.ok ? plan.row : [])))
      const likeOf = new Map(alike.map((one) => [one.row, one]))
      return {
        rows: shown.map(({ plan, cell }) =>
          previewOf(plan, cell, (plan.ok && likeOf.get(plan.row.row)) || null),
        ),
        total: row.total,
      }
    },

    /** Runs an import in the background, from its first row; what was imported before is skipped. */
    async run(
      caller: Caller,
      key: ImportKey,
      input: { mapping: MappingInput; dryRun: boolean },
    ): Promise<ImportRow> {
      const { actor, row: before } = await load(caller, key)
      assertKept(before)
      const mapping = checkedMapping(before.columns, input.mapping)
      const values = {
        ...NOTHING_DONE,
        state: 'running',
        dryRun: input.dryRun,
        message: null,
        finishedAt: null,
        touchedAt: clock.now(),
      }
      const row = await changes.run(key.libraryId, actor, async (tx, note) => {
        const after = await store.move(tx, key, ['uploading', 'failed', 'done'], values)
        if (!after) throw new ConflictError('This import is running already. Wait for its end, or cancel it.')
        if (!input.dryRun)
          note({ action: 'import.start', subject: importSubject(after), details: { rows: after.total } })
        return after
      })
      runner.announce(row)
      runner.start(row, actor, mapping)
      return row
    },

    /** Stops an import and drops its file. What was imported stays. One that has ended already stays as it is. */
    async cancel(caller: Caller, key: ImportKey): Promise<ImportRow> {
      const { actor, row } = await load(caller, key)
      if (row.state !== 'running') return hasEnded(row) ? row : giveUp(row, null)
      const after = await changes.run(key.libraryId, actor, async (tx, note) => {
        const now = clock.now()
        const values = { state: 'cancelled', finishedAt: now, touchedAt: now }
        const moved = await store.move(tx, key, ['running'], values)
        if (!moved) return null
        await store.deleteChunks(tx, key)
        if (!row.dryRun)
          note({
            action: 'import.cancel',
            subject: importSubject(moved),
            details: { processed: moved.processed },
          })
        return moved
      })
      if (!after) return (await load(caller, key)).row
      runner.announce(after)
      return after
    },

    /** Resolves when no import runs in this process. */
    idle: () => runner.idle(),

    /** Stops the imports of this process after the rows under way. */
    close: () => runner.close(),
  }
}

export type ImportService = ReturnType<typeof createImportService>

/** Whether nothing is left to run: its file is gone. */
function hasEnded(row: ImportRow): boolean {
  return row.state === 'cancelled' || (row.state === 'done' && !row.dryRun)
}

function assertKept(row: ImportRow): void {
  if (hasEnded(row))
    throw new ConflictError(
      `This import is ${row.state}, and its file is no longer kept. Upload the file again.`,
    )
  if (row.columns.length === 0)
    throw new ConflictError('The file has not arrived completely. Upload the rest first.')
}

function previewOf(plan: RowPlan, cell: string, alike: AlikeRow | null): PreviewRow {
  const content = cell.replaceAll('\0', '').slice(0, PREVIEW_CONTENT)
  if (!plan.ok) {
    const { line, name, message } = plan.problem
    return { line, name: name ?? '', content, key: '', category: '', tags: [], problem: message, alike }
  }
  const { line, name, key, category, tags } = plan.row
  return { line, name, content, key, category, tags, problem: null, alike }
}
