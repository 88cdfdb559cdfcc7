import { CLOSE, type CloseCode, encodeCommitted } from '@incipit/collaboration'
import type { Logger } from '../platform/logger.ts'
import { DocumentLog } from './document-log.ts'
import { step2Frame, updateFrame } from './frames.ts'
import { type DocumentStep, Intake } from './intake.ts'
import type { Journal, Journalled, Stored } from './journal.ts'
import { BrokenDocumentError, LiveDocument } from './live-document.ts'
import type { Participant, Refusal } from './participant.ts'
import { RoomPresence } from './room-presence.ts'
import type { DocumentAddress, DocumentStore, StoredDocument } from './store.ts'
import type { Tuning } from './tuning.ts'

export interface RoomDeps {
  readonly store: DocumentStore
  readonly journal: Journal<Participant>
  readonly logger: Logger
  readonly tuning: Tuning
  /** Called when nobody is left, and when the room is void and must be loaded anew. */
  readonly onIdle: (room: Room) => void
  readonly onBroken: (room: Room) => void
  /** Somebody joined or left. */
  readonly onPresence: (room: Room) => void
  /** Edits were stored. */
  readonly onStored: (room: Room, seq: number) => void
}

/** One document in use: its participants, and the order in which things happen to it. */
export class Room implements Journalled<Participant> {
  readonly address: DocumentAddress
  readonly participants = new Set<Participant>()
  readonly presence: RoomPresence<Participant>
  readonly #deps: RoomDeps
  readonly #document: LiveDocument
  readonly #intake: Intake
  readonly #log: DocumentLog
  #uses = 0
  #state: 'live' | 'broken' | 'gone' = 'live'

  constructor(address: DocumentAddress, stored: StoredDocument, deps: RoomDeps) {
    const { store, journal, logger, tuning } = deps
    this.address = address
    this.#deps = deps
    const document = new LiveDocument(stored)
    this.#document = document
    this.#log = new DocumentLog(stored, {
      address,
      document,
      store,
      logger,
      tuning,
      onForeign: (update) => this.#broadcast(update, null),
      onDamage: (error) => this.#break(error),
    })
    this.#intake = new Intake({
      document,
      limits: tuning.limits,
      isFull: () => journal.isFull,
      change: (change) => this.#change(change),
      accept: (update, authorId, sender) => this.#accept(update, authorId, sender),
      acknowledge: (participant, frames) => journal.acknowledge(this, participant, frames),
    })
    this.presence = new RoomPresence({
      connections: this.participants,
      intervalMs: tuning.limits.awarenessIntervalMs,
      maxBytes: tuning.limits.awarenessBytes,
    })
  }

  get key(): DocumentAddress {
    return this.address
  }

  get isLive(): boolean {
    return this.#state === 'live'
  }

  /** Nobody needs it now. */
  get isIdle(): boolean {
    return this.participants.size === 0 && this.#uses === 0
  }

  /** Number up to which every stored edit is in memory. */
  get seq(): number {
    return this.#log.seq
  }

  get text(): string {
    return this.#document.text
  }

  get stateVector(): Uint8Array {
    return this.#document.stateVector
  }

  /** Keeps the room from being put away until the returned function is called. */
  use(): () => void {
    this.#uses += 1
    return () => {
      this.#uses -= 1
      if (this.isIdle) this.#deps.onIdle(this)
    }
  }

  join(participant: Participant): void {
    this.participants.add(participant)
    this.#intake.join(participant)
    participant.send(this.presence.all())
    this.#deps.onPresence(this)
  }

  leave(participant: Participant): void {
    if (!this.participants.delete(participant)) return
    this.#intake.leave(participant)
    this.presence.leave(participant)
    this.#deps.onPresence(this)
    if (this.isIdle) this.#deps.onIdle(this)
  }

  /** Answers a sync step 1. */
  answer(participant: Participant, stateVector: Uint8Array): void {
    participant.send(step2Frame(this.#document.since(stateVector)))
  }

  /** Takes an edit or an answer to the room's sync step 1. @returns why the connection must end, or `null` */
  receive(participant: Participant, step: DocumentStep, bytes: Uint8Array): Refusal | null {
    return this.isLive ? this.#intake.receive(participant, step, bytes) : null
  }

  /** An ordinary edit by the server on somebody's behalf. */
  edit(edit: (document: LiveDocument) => Uint8Array | null, authorId: string, isTakenIn = false): void {
    this.#accept(
      this.#change(() => edit(this.#document)),
      authorId,
      null,
      isTakenIn,
    )
  }

  /** Told by the journal, in the order of the edits. */
  stored({ headSeq, updates, frames }: Stored<Participant>): void {
    if (updates.length > 0) {
      if (headSeq === null) {
        this.#vanish()
        return
      }
      const bytes = updates.reduce((sum, update) => sum + update.bytes.length, 0)
      this.#log.appended(headSeq, updates.length, bytes)
      this.#deps.onStored(this, headSeq)
    }
    const echoes = Map.groupBy(updates, (update) => update.authorId)
    for (const [participant, count] of frames) {
      if (!this.participants.has(participant)) continue
      for (const { bytes } of echoes.get(participant.actorId) ?? []) participant.send(updateFrame(bytes))
      participant.send(
        encodeCommitted({ frames: count, seq: headSeq ?? this.seq, epoch: this.address.epoch }),
      )
    }
  }

  /** Takes in what another process stored. */
  catchUp(): Promise<void> {
    return this.#log.catchUp()
  }

  compact(): Promise<void> {
    return this.#log.compact()
  }

  destroy(): void {
    this.#end('gone')
    this.presence.destroy()
    this.#document.destroy()
  }

  #change<T>(change: () => T): T | null {
    try {
      return change()
    } catch (error) {
      if (!(error instanceof BrokenDocumentError)) throw error
      this.#break(error)
      return null
    }
  }

  #accept(update: Uint8Array | null, authorId: string, sender: Participant | null, isTakenIn = false): void {
    if (!update) return
    this.#deps.journal.add(this, { authorId, connectionId: sender?.id ?? null, bytes: update, isTakenIn })
    this.#broadcast(update, sender)
  }

  #broadcast(update: Uint8Array, sender: Participant | null): void {
    const frame = updateFrame(update)
    for (const participant of this.participants) if (participant !== sender) participant.send(frame)
  }

  /** The document was deleted while people were in it. */
  #vanish(): void {
    this.#end('broken')
    this.#closeAll(CLOSE.notFound, 'not found')
    this.#deps.onBroken(this)
  }

  /** What is in memory cannot be trusted: everybody reconnects to what is stored, and brings what they have. */
  #break(error: Error): void {
    if (!this.isLive) return
    this.#end('broken')
    this.#deps.logger.error({ err: error, ...this.address }, 'a live document is loaded anew')
    this.#closeAll(CLOSE.restarting, 'document reloaded')
    this.#deps.onBroken(this)
  }

  #end(state: 'broken' | 'gone'): void {
    this.#state = state
    this.#intake.close()
    this.#log.close()
  }

  #closeAll(code: CloseCode, reason: string): void {
    for (const participant of [...this.participants]) participant.close(code, reason)
  }
}
