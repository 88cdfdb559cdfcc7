import { roomName } from '@incipit/collaboration'
import type { Logger } from '../platform/logger.ts'
import type { Journal } from './journal.ts'
import type { Participant } from './participant.ts'
import { Room, type RoomDeps } from './room.ts'
import { DamagedDocumentError, type DocumentKey, type DocumentStore } from './store.ts'
import type { Tuning } from './tuning.ts'

export interface RoomsDeps {
  readonly store: DocumentStore
  readonly journal: Journal<Participant>
  readonly logger: Logger
  readonly tuning: Tuning
  readonly onPresence: RoomDeps['onPresence']
  readonly onStored: RoomDeps['onStored']
}

/** The documents in use, each once. Who asks while one is loaded, or loaded anew, waits for it. */
export class Rooms {
  readonly #deps: RoomsDeps
  readonly #loading = new Map<string, Promise<Room | null>>()
  readonly #rooms = new Map<string, Room>()
  readonly #lingering = new Map<Room, NodeJS.Timeout>()

  constructor(deps: RoomsDeps) {
    this.#deps = deps
  }

  /** Rooms that are loaded. */
  all(): Iterable<Room> {
    return this.#rooms.values()
  }

  /** The room of a document if it is loaded. */
  peek(key: DocumentKey): Room | null {
    const room = this.#rooms.get(nameOf(key))
    return room?.isLive ? room : null
  }

  /**
   * Do something in a document's room, which stays until it is done.
   *
   * @returns `null` when there is no such document
   * @throws DamagedDocumentError when it cannot be served
   */
  async within<T>(key: DocumentKey, action: (room: Room) => T | Promise<T>): Promise<T | null> {
    let room = await this.#acquire(key)
    while (room && !room.isLive) room = await this.#acquire(key)
    if (!room) return null
    const done = room.use()
    try {
      return await action(room)
    } finally {
      done()
    }
  }

  /** Puts every room away: stored, compacted. */
  async close(): Promise<void> {
    for (const timer of this.#lingering.values()) clearTimeout(timer)
    this.#lingering.clear()
    await Promise.all([...this.#rooms.values()].map((room) => room.compact()))
    for (const room of this.#rooms.values()) room.destroy()
    this.#rooms.clear()
  }

  async #acquire(key: DocumentKey): Promise<Room | null> {
    return this.peek(key) ?? this.#loading.get(nameOf(key)) ?? this.#load(key)
  }

  #load(key: DocumentKey, after: Promise<void> = Promise.resolve()): Promise<Room | null> {
    const loading = after
      .then(() => this.#read(key))
      .then((room) => {
        if (!room) return null
        this.#rooms.set(nameOf(key), room)
        this.#linger(room)
        return room
      })
      .finally(() => this.#loading.delete(nameOf(key)))
    this.#loading.set(nameOf(key), loading)
    return loading
  }

  async #read(key: DocumentKey): Promise<Room | null> {
    const { store, journal, logger, tuning, onPresence, onStored } = this.#deps
    const [address] = await store.addresses(key.libraryId, [key.documentId])
    const stored = (await store.load(key.libraryId, [key.documentId])).get(key.documentId)
    if (!address || !stored) return null
    if (stored instanceof DamagedDocumentError) throw stored
    return new Room(address, stored, {
      store,
      journal,
      logger,
      tuning,
      onPresence,
      onStored,
      onIdle: (room) => this.#linger(room),
      onBroken: (room) => this.#replace(room),
    })
  }

  #linger(room: Room): void {
    clearTimeout(this.#lingering.get(room))
    const timer = setTimeout(() => void this.#putAway(room), this.#deps.tuning.lingerMs)
    timer.unref()
    this.#lingering.set(room, timer)
  }

  /** Until the last moment the room is in use like any other: whoever comes while it is stored simply keeps it. */
  async #putAway(room: Room): Promise<void> {
    this.#lingering.delete(room)
    if (!room.isIdle || !room.isLive) return
    await this.#deps.journal.flush()
    await room.compact()
    if (!room.isIdle || !room.isLive || this.#lingering.has(room)) return
    this.#rooms.delete(nameOf(room.address))
    room.destroy()
  }

  /** What was accepted before the room became void is stored first; then whoever comes gets it from the store. */
  #replace(room: Room): void {
    const { documentId } = room.address
    if (this.#rooms.get(nameOf(room.address)) !== room) return
    this.#rooms.delete(nameOf(room.address))
    this.#load(room.address, this.#deps.journal.flush()).catch((error) =>
      this.#deps.logger.error({ err: error, documentId }, 'a live document cannot be loaded'),
    )
  }
}

function nameOf({ libraryId, documentId }: DocumentKey): string {
  return roomName({ libraryId, documentId })
}
