import type { Logger } from '../platform/logger.ts'
import { BrokenDocumentError, type LiveDocument } from './live-document.ts'
import {
  DamagedDocumentError,
  type DocumentAddress,
  type DocumentStore,
  type StoredDocument,
} from './store.ts'
import type { Tuning } from './tuning.ts'

export interface DocumentLogDeps {
  readonly address: DocumentAddress
  readonly document: LiveDocument
  readonly store: DocumentStore
  readonly logger: Logger
  readonly tuning: Tuning
  /** Another process stored something that was new here. */
  readonly onForeign: (update: Uint8Array) => void
  /** What is stored cannot be joined with what is in memory. */
  readonly onDamage: (error: Error) => void
}

/** How far a document in memory and its stored edits agree, and their compaction. */
export class DocumentLog {
  readonly #deps: DocumentLogDeps
  #seq: number
  #snapSeq: number
  #bytes: number
  #snapshotBytes: number
  #compacting: Promise<void> | null = null
  #catchingUp: Promise<void> = Promise.resolve()
  #closed = false

  constructor(stored: StoredDocument, deps: DocumentLogDeps) {
    this.#deps = deps
    this.#seq = stored.headSeq
    this.#snapSeq = stored.snapSeq
    this.#snapshotBytes = stored.snapshot.length
    this.#bytes = stored.updates.reduce((sum, { bytes }) => sum + bytes.length, 0)
  }

  /** Number up to which every stored edit is in memory. */
  get seq(): number {
    return this.#seq
  }

  /** Edits of this process were stored: `count` of them, the last with number `headSeq`. */
  appended(headSeq: number, count: number, bytes: number): void {
    this.#bytes += bytes
    if (headSeq - count > this.#seq) void this.catchUp()
    else this.#seq = Math.max(this.#seq, headSeq)
    const { compactRows, compactBytes } = this.#deps.tuning
    const isLong = this.#seq - this.#snapSeq >= compactRows
    if (isLong || this.#bytes >= Math.max(compactBytes, this.#snapshotBytes)) void this.compact()
  }

  /** Takes in what another process stored. */
  catchUp(): Promise<void> {
    this.#catchingUp = this.#catchingUp
      .then(() => this.#readLater())
      .catch((error) => {
        if (error instanceof BrokenDocumentError || error instanceof DamagedDocumentError)
          this.#deps.onDamage(error)
        else
          this.#deps.logger.warn(
            { err: error, ...this.#deps.address },
            'edits of another process could not be read',
          )
      })
    return this.#catchingUp
  }

  /** Puts stored edits into the snapshot. One at a time; a failure is logged and tried again on the next occasion. */
  compact(): Promise<void> {
    this.#compacting ??= this.#compact().finally(() => {
      this.#compacting = null
    })
    return this.#compacting
  }

  /** Nothing is read or written any more. */
  close(): void {
    this.#closed = true
  }

  async #readLater(): Promise<void> {
    const { address, document, store, onForeign } = this.#deps
    const rows = await store.updatesSince(address, this.#seq)
    const [first, last] = [rows[0], rows.at(-1)]
    if (this.#closed || !first || !last) return
    const snapshot = first.seq > this.#seq + 1 ? await this.#readSnapshot() : []
    if (this.#closed) return
    const change = document.catchUp([...snapshot, ...rows.map(({ bytes }) => bytes)])
    this.#seq = Math.max(this.#seq, last.seq)
    if (change) onForeign(change)
  }

  /** Edits that were not read yet are in the snapshot already: another process compacted them. */
  async #readSnapshot(): Promise<Uint8Array[]> {
    const { libraryId, documentId } = this.#deps.address
    const stored = (await this.#deps.store.load(libraryId, [documentId])).get(documentId)
    if (!stored) throw new BrokenDocumentError('The document is gone')
    if (stored instanceof DamagedDocumentError) throw stored
    this.#snapSeq = stored.snapSeq
    return [stored.snapshot, ...stored.updates.map(({ bytes }) => bytes)]
  }

  async #compact(): Promise<void> {
    await this.#catchingUp
    if (this.#closed || this.#seq === this.#snapSeq) return
    const { address, document, store, logger } = this.#deps
    const [seq, bytes, snapshot] = [this.#seq, this.#bytes, document.whole]
    try {
      if (!(await store.compact(address, address.epoch, seq, snapshot))) return
      this.#snapSeq = seq
      this.#snapshotBytes = snapshot.length
      this.#bytes -= bytes
    } catch (error) {
      logger.warn({ err: error, ...address }, 'a live document could not be compacted')
    }
  }
}
