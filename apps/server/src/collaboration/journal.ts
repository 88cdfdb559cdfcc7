import * as Y from 'yjs'
import type { Clock } from '../platform/clock.ts'
import type { Logger } from '../platform/logger.ts'
import type { DocumentKey, DocumentStore, NewUpdate } from './store.ts'
import type { Tuning } from './tuning.ts'

/** Who is told that frames are durable. */
export interface Acknowledged {
  readonly id: string
}

/** What was stored of one document. */
export interface Stored<A extends Acknowledged> {
  /** Number of the document's newest edit; `null` when the document is gone. */
  readonly headSeq: number | null
  readonly updates: readonly NewUpdate[]
  /** For each connection, how many of its frames are now durable. */
  readonly frames: ReadonlyMap<A, number>
}

/** A document whose edits are journalled. */
export interface Journalled<A extends Acknowledged> {
  readonly key: DocumentKey
  stored(result: Stored<A>): void
}

interface PendingUpdate {
  readonly authorId: string
  readonly connectionId: string | null
  readonly bytes: Uint8Array
  readonly isTakenIn?: boolean
}

interface Pending<A> {
  readonly updates: PendingUpdate[]
  readonly frames: Map<A, number>
}

interface Batch<A extends Acknowledged> {
  readonly documents: Map<Journalled<A>, Pending<A>>
  readonly done: PromiseWithResolvers<void>
}

/** Updates merged into one row at most: merging is quadratic. */
const MERGE = 64
/** What an update in memory costs besides its bytes. */
const OVERHEAD = 100

/**
 * Group commit: edits of all documents are gathered for a moment and stored in one transaction, in the order they came.
 * A write that fails is tried again until it succeeds; whoever waits for it, waits.
 */
export class Journal<A extends Acknowledged> {
  readonly #store: Pick<DocumentStore, 'append'>
  readonly #clock: Clock
  readonly #logger: Logger
  readonly #tuning: Tuning
  #open: Batch<A> = emptyBatch()
  #openBytes = 0
  #openUpdates = 0
  readonly #queue: Batch<A>[] = []
  #running = false
  #timer: NodeJS.Timeout | null = null
  #lastFlush = 0
  #bytes = 0

  constructor(deps: { store: Pick<DocumentStore, 'append'>; clock: Clock; logger: Logger; tuning: Tuning }) {
    this.#store = deps.store
    this.#clock = deps.clock
    this.#logger = deps.logger
    this.#tuning = deps.tuning
  }

  /** Bytes of edits that are not stored yet. */
  get pendingBytes(): number {
    return this.#bytes
  }

  /** Whether so much waits that further edits must be refused. */
  get isFull(): boolean {
    return this.#bytes > this.#tuning.pendingBytes
  }

  add(document: Journalled<A>, update: PendingUpdate): void {
    this.#pending(document).updates.push(update)
    this.#openUpdates += 1
    this.#openBytes += update.bytes.length
    this.#bytes += update.bytes.length + OVERHEAD
    const enough =
      this.#openBytes >= this.#tuning.flushBytes || this.#openUpdates >= this.#tuning.flushUpdates
    if (enough) this.#seal()
    else this.#schedule()
  }

  /** Tell the document, once everything it holds now is stored, that `frames` frames of the connection are. */
  acknowledge(document: Journalled<A>, connection: A, frames: number): void {
    this.#pending(document).frames.set(connection, frames)
    this.#schedule()
  }

  /** Store what waits now. @returns when everything added so far, and nothing later, is stored and told */
  flush(): Promise<void> {
    if (this.#open.documents.size > 0) this.#seal()
    return this.#queue.at(-1)?.done.promise ?? Promise.resolve()
  }

  #pending(document: Journalled<A>): Pending<A> {
    let pending = this.#open.documents.get(document)
    if (!pending) {
      pending = { updates: [], frames: new Map() }
      this.#open.documents.set(document, pending)
    }
    return pending
  }

  /** The first edit after a pause is stored nearly at once; those that follow share a write each `flushMs`. */
  #schedule(): void {
    if (this.#timer) return
    const since = performance.now() - this.#lastFlush
    const { flushMs } = this.#tuning
    const wait = Math.min(flushMs, Math.max(flushMs / 10, flushMs - since))
    this.#timer = setTimeout(() => this.#seal(), wait)
  }

  #seal(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#queue.push(this.#open)
    this.#open = emptyBatch()
    this.#openBytes = 0
    this.#openUpdates = 0
    if (!this.#running) void this.#run()
  }

  async #run(): Promise<void> {
    this.#running = true
    for (let batch = this.#queue[0]; batch; batch = this.#queue[0]) {
      this.#lastFlush = performance.now()
      await this.#write(batch)
      this.#queue.shift()
      batch.done.resolve()
    }
    this.#running = false
  }

  async #write(batch: Batch<A>): Promise<void> {
    const entries = [...batch.documents].map(([document, { updates, frames }]) => ({
      document,
      frames,
      updates: mergedByAuthor(updates),
    }))
    const appends = entries
      .filter(({ updates }) => updates.length > 0)
      .map(({ document, updates }) => ({ ...document.key, updates }))
    const heads = appends.length > 0 ? await this.#append(appends) : new Map<string, number>()
    for (const { updates } of batch.documents.values()) {
      for (const { bytes } of updates) this.#bytes -= bytes.length + OVERHEAD
    }
    for (const { document, frames, updates } of entries) {
      document.stored({ headSeq: heads.get(document.key.documentId) ?? null, updates, frames })
    }
  }

  async #append(appends: Parameters<DocumentStore['append']>[0]): Promise<Map<string, number>> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.#store.append(appends, this.#clock.now())
      } catch (error) {
        const wait = Math.min(this.#tuning.retryMaxMs, this.#tuning.retryMs * 2 ** attempt)
        this.#logger.error(
          { err: error, attempt, documents: appends.length, pendingBytes: this.#bytes, retryMs: wait },
          'live edits could not be stored; they are kept in memory and tried again',
        )
        await new Promise((resolve) => setTimeout(resolve, wait))
      }
    }
  }
}

function emptyBatch<A extends Acknowledged>(): Batch<A> {
  return { documents: new Map(), done: Promise.withResolvers() }
}

/** A few rows instead of many: edits of one author and kind become one row, up to a number that merges quickly. */
function mergedByAuthor(updates: readonly PendingUpdate[]): NewUpdate[] {
  const groups = Map.groupBy(updates, ({ authorId, isTakenIn }) =>
    isTakenIn ? `${authorId} taken in` : authorId,
  )
  return [...groups.values()].flatMap((own) => {
    const { authorId, isTakenIn } = own[0]!
    const rows: NewUpdate[] = []
    for (let start = 0; start < own.length; start += MERGE) {
      const part = own.slice(start, start + MERGE)
      const bytes = part.length === 1 ? part[0]!.bytes : Y.mergeUpdates(part.map((update) => update.bytes))
      rows.push({
        authorId,
        connectionId: part.at(-1)!.connectionId,
        bytes,
        changes: part.length,
        ...(isTakenIn && { isTakenIn }),
      })
    }
    return rows
  })
}
