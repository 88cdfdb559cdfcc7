import { type AwarenessState, parseSelection } from '@incipit/collaboration'
import * as decoding from 'lib0/decoding'
import { awarenessFrame, type PresenceEntry } from './frames.ts'

/** A connection as presence sees it. */
export interface Present {
  readonly user: AwarenessState['user']
  readonly canWrite: boolean
  readonly actorId: string
  /** Send a frame that may be left out when the connection lags. */
  sendPresence(frame: Uint8Array): void
}

/** Clients remembered after they left, so that one that returns is asked to show itself anew. */
const REMEMBERED = 1000
/** Entries one frame may hold: stock clients repeat everybody's. */
const MAX_ENTRIES = 10_000

/**
 * Cursors of a room. Each connection shows one client, with the identity of its session; what it says of others is
 * ignored. Changes of a moment go out together, in one frame that is encoded once.
 */
export class RoomPresence<C extends Present> {
  readonly #connections: ReadonlySet<C>
  readonly #intervalMs: number
  readonly #maxBytes: number
  readonly #entries = new Map<C, PresenceEntry>()
  readonly #owners = new Map<number, C>()
  readonly #left = new Map<number, number>()
  #changed = new Map<number, PresenceEntry>()
  #lastSent = Number.NEGATIVE_INFINITY
  #timer: NodeJS.Timeout | null = null

  constructor(spec: { connections: ReadonlySet<C>; intervalMs: number; maxBytes: number }) {
    this.#connections = spec.connections
    this.#intervalMs = spec.intervalMs
    this.#maxBytes = spec.maxBytes
  }

  /** Everybody's cursors, for one who asks. */
  all(): Uint8Array {
    return awarenessFrame([...this.#entries.values()])
  }

  /**
   * What a connection says about cursors; only what it says about its own counts.
   *
   * @throws Error when the bytes are malformed
   */
  receive(connection: C, update: Uint8Array): void {
    const decoder = decoding.createDecoder(update)
    const count = decoding.readVarUint(decoder)
    if (count > MAX_ENTRIES) throw new RangeError('Too many cursors in one message')
    for (let index = 0; index < count; index += 1) {
      const client = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const json = decoding.readVarUint8Array(decoder)
      if (json.length <= this.#maxBytes) this.#take(connection, client, clock, json)
    }
  }

  leave(connection: C): void {
    const entry = this.#entries.get(connection)
    if (!entry) return
    this.#entries.delete(connection)
    this.#owners.delete(entry.client)
    this.#remember(entry)
    this.#announce({ ...entry, json: null })
  }

  destroy(): void {
    if (this.#timer) clearTimeout(this.#timer)
  }

  #take(connection: C, client: number, clock: number, bytes: Uint8Array): void {
    const own = this.#entries.get(connection)
    if (own ? own.client !== client : !this.#mayClaim(connection, client)) return
    const state: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (state === null) {
      if (own) this.leave(connection)
      return
    }
    const json = JSON.stringify({
      user: connection.user,
      selection: parseSelection(state),
    } satisfies AwarenessState)
    if (!own) this.#claim(connection, client, clock)
    const entry = { client, clock, json }
    this.#entries.set(connection, entry)
    this.#announce(entry)
  }

  /** A client id shown by another person's live connection is taken, unless that one may not even write and this one may. */
  #mayClaim(connection: C, client: number): boolean {
    const owner = this.#owners.get(client)
    return !owner || owner.actorId === connection.actorId || (connection.canWrite && !owner.canWrite)
  }

  #claim(connection: C, client: number, clock: number): void {
    const before = this.#owners.get(client)
    if (before) this.#entries.delete(before)
    this.#owners.set(client, connection)
    const last = this.#left.get(client)
    this.#left.delete(client)
    // Others know a clock at least as high and would ignore this one: told that it is gone, a client says a higher one.
    if (last !== undefined && last >= clock)
      connection.sendPresence(awarenessFrame([{ client, clock: last, json: null }]))
  }

  #remember({ client, clock }: PresenceEntry): void {
    this.#left.set(client, clock)
    if (this.#left.size > REMEMBERED) this.#left.delete(this.#left.keys().next().value!)
  }

  #announce(entry: PresenceEntry): void {
    this.#changed.set(entry.client, entry)
    if (this.#timer) return
    const wait = Math.max(0, this.#intervalMs - (performance.now() - this.#lastSent))
    this.#timer = setTimeout(() => this.#send(), wait)
  }

  #send(): void {
    this.#timer = null
    this.#lastSent = performance.now()
    const frame = awarenessFrame([...this.#changed.values()])
    this.#changed = new Map()
    for (const connection of this.#connections) connection.sendPresence(frame)
  }
}
