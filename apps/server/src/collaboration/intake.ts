import {
  CLOSE,
  FORBIDDEN_REASON,
  type InspectedUpdate,
  inspectUpdate,
  SYNC,
  withoutClients,
} from '@incipit/collaboration'
import * as Y from 'yjs'
import { deniedFrame, step1Frame } from './frames.ts'
import type { Change, LiveDocument } from './live-document.ts'
import type { Participant, Refusal } from './participant.ts'
import type { Tuning } from './tuning.ts'

/** A frame that bears document content. */
export type DocumentStep = typeof SYNC.step2 | typeof SYNC.update

/** What a room remembers of a connection. */
interface Progress {
  /** Document frames received. */
  frames: number
  /** It has said everything it had: since then nobody else can know its edits earlier than the server. */
  synced: boolean
  /** An edit of it was dropped, and it was or will be asked for everything. */
  resyncing: boolean
  /** Edits dropped since it last said everything. */
  dropped: number
  /** Its answer, without other people's edits, until those have arrived from themselves. */
  parked: Uint8Array | null
}

export interface IntakeDeps {
  readonly document: LiveDocument
  readonly limits: Tuning['limits']
  /** Whether further edits must be refused because too many wait to be stored. */
  readonly isFull: () => boolean
  /** Changes the document; `null` when that broke it. */
  readonly change: (change: () => Change) => Change | null
  /** Store an edit and pass it on to everybody but `sender`. */
  readonly accept: (update: Uint8Array | null, authorId: string, sender: Participant | null) => void
  /** Confirm frames once everything accepted so far is stored. */
  readonly acknowledge: (participant: Participant, frames: number) => void
}

/** Edits dropped while a connection is asked for everything; an honest one answers long before. */
const MAX_DROPPED = 1000
/** Milliseconds until answers that wait for each other are asked for again. */
const REASK_MS = 200

/** What comes in from the people of a room, and which of it becomes part of the document. */
export class Intake {
  readonly #deps: IntakeDeps
  readonly #progress = new Map<Participant, Progress>()
  /** Who writes as which Yjs client. */
  readonly #writers = new Map<number, Participant>()
  #reask: NodeJS.Timeout | null = null

  constructor(deps: IntakeDeps) {
    this.#deps = deps
  }

  join(participant: Participant): void {
    this.#progress.set(participant, { frames: 0, synced: false, resyncing: false, dropped: 0, parked: null })
    this.#ask(participant)
  }

  leave(participant: Participant): void {
    this.#progress.delete(participant)
    for (const [client, writer] of this.#writers) if (writer === participant) this.#writers.delete(client)
    this.#askParked()
  }

  close(): void {
    if (this.#reask) clearTimeout(this.#reask)
  }

  /** Takes an edit or an answer to the room's sync step 1. @returns why the connection must end, or `null` */
  receive(participant: Participant, step: DocumentStep, bytes: Uint8Array): Refusal | null {
    const progress = this.#progress.get(participant)
    if (!progress) return null
    progress.frames += 1
    const update = inspectUpdate(bytes)
    if (!update) return { code: CLOSE.badMessage, reason: 'malformed update' }
    const accepted = participant.canWrite
      ? this.#write(participant, progress, step, bytes, update)
      : this.#deps.document.holds(update) || this.#refuseReader(participant)
    if (accepted !== true) return accepted
    if (step === SYNC.step2)
      Object.assign(progress, { synced: true, resyncing: false, dropped: 0, parked: null })
    this.#acknowledge(participant, progress)
    this.#unpark()
    return null
  }

  #acknowledge(participant: Participant, progress: Progress): void {
    if (!progress.resyncing) this.#deps.acknowledge(participant, progress.frames)
  }

  #refuseReader(participant: Participant): Refusal {
    participant.send(deniedFrame(FORBIDDEN_REASON.readOnly))
    return { code: CLOSE.forbidden, reason: FORBIDDEN_REASON.readOnly }
  }

  /** @returns true when it was accepted, `null` when it was dropped and will be asked for, else why the connection must end */
  #write(
    participant: Participant,
    progress: Progress,
    step: DocumentStep,
    bytes: Uint8Array,
    update: InspectedUpdate,
  ): true | Refusal | null {
    const others = this.#othersAmong(this.#deps.document.newClients(update), participant)
    if (others.size > 0) {
      if (step === SYNC.update) return { code: CLOSE.badMessage, reason: 'client id of somebody else' }
      return this.#writeOwn(
        participant,
        progress,
        withoutClients(bytes, update, new Set(others.keys())),
        others,
      )
    }
    if (this.#deps.document.lacksGroundFor(update)) return this.#resync(participant, progress, step)
    return this.#apply(participant, step, bytes, update)
  }

  #apply(
    participant: Participant,
    step: DocumentStep,
    bytes: Uint8Array,
    update: InspectedUpdate,
  ): true | Refusal {
    const clients = this.#deps.document.newClients(update)
    if (clients.length > 0 && this.#wouldBeTooLarge(update))
      return { code: CLOSE.tooLarge, reason: 'document too large' }
    if (this.#deps.isFull()) return { code: CLOSE.unavailable, reason: 'edits cannot be stored now' }
    const change = this.#deps.change(() => this.#deps.document.apply(bytes, update))
    if (!change) return { code: CLOSE.badMessage, reason: 'update cannot be applied' }
    if (step === SYNC.update) for (const client of clients) this.#writers.set(client, participant)
    this.#deps.accept(change.update, participant.actorId, participant)
    this.#deps.accept(change.correction, participant.actorId, null)
    return true
  }

  /**
   * An answer that holds newer edits of other people who are here: forged, or two clients of one machine exchanged them by a way
   * of their own. Only their writers are believed about them; what builds on them waits until they have said so themselves.
   */
  #writeOwn(
    participant: Participant,
    progress: Progress,
    own: Uint8Array,
    others: ReadonlyMap<number, Participant>,
  ): true | Refusal | null {
    const update = inspectUpdate(own)!
    if (!this.#deps.document.lacksGroundFor(update)) return this.#apply(participant, SYNC.step2, own, update)
    progress.parked = own
    progress.dropped = 0
    progress.resyncing = true
    for (const writer of new Set(others.values())) {
      const theirs = this.#progress.get(writer)!
      if (!theirs.resyncing) this.#ask(writer)
    }
    this.#unpark()
    this.#reask ??= setTimeout(() => {
      this.#reask = null
      this.#askParked()
    }, REASK_MS)
    return null
  }

  /** Answers that waited for each other make sense together. */
  #unpark(): void {
    const waiting = [...this.#progress].filter(([, { parked }]) => parked !== null)
    if (waiting.length === 0) return
    const bytes = Y.mergeUpdates(waiting.map(([, { parked }]) => parked!))
    const update = inspectUpdate(bytes)
    if (!update || this.#deps.document.lacksGroundFor(update) || this.#wouldBeTooLarge(update)) return
    for (const [, progress] of waiting) progress.parked = null
    const [first] = waiting[0]!
    const change = this.#deps.change(() => this.#deps.document.apply(bytes, update))
    if (!change) return
    this.#deps.accept(change.update, first.actorId, null)
    this.#deps.accept(change.correction, first.actorId, null)
    for (const [participant, progress] of waiting) {
      progress.synced = true
      progress.resyncing = progress.dropped > 0
      if (progress.resyncing) this.#ask(participant)
      this.#acknowledge(participant, progress)
    }
  }

  /** Once more: they wrote on meanwhile, or somebody left whose edits they wait for, which others may bring from then on. */
  #askParked(): void {
    for (const [participant, { parked }] of this.#progress) if (parked) this.#ask(participant)
  }

  /**
   * An edit made before an earlier one arrived is made good by the answer to one more sync step 1, which holds both.
   * An answer that has gaps itself comes from no client that works.
   */
  #resync(participant: Participant, progress: Progress, step: DocumentStep): Refusal | null {
    progress.dropped += 1
    if (step === SYNC.step2 || progress.dropped > MAX_DROPPED) {
      return { code: CLOSE.badMessage, reason: 'update depends on unknown edits' }
    }
    if (!progress.resyncing) {
      progress.resyncing = true
      this.#ask(participant)
    }
    return null
  }

  /**
   * Clients of other people who are here and in sync. Others know their edits only through this room, so nobody else can
   * bring newer ones. (Who has not synced yet does not count: after a crash, peers return what the server lost.)
   */
  #othersAmong(clients: readonly number[], participant: Participant): Map<number, Participant> {
    const others = new Map<number, Participant>()
    for (const client of clients) {
      const writer = this.#writers.get(client)
      if (writer && writer.actorId !== participant.actorId && this.#progress.get(writer)?.synced)
        others.set(client, writer)
    }
    return others
  }

  #wouldBeTooLarge({ structs }: InspectedUpdate): boolean {
    const inserted = structs.reduce((sum, { text }) => sum + (text?.length ?? 0), 0)
    const { textLength, documentBytes } = this.#deps.limits
    const { length } = this.#deps.document
    return inserted > 0 && (length + inserted > textLength || this.#deps.document.exceeds(documentBytes))
  }

  /** Asks for what the document lacks. */
  #ask(participant: Participant): void {
    participant.send(step1Frame(this.#deps.document.stateVector))
  }
}
