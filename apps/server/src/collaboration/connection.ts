import { type AwarenessUser, CLOSE, type CloseCode, MESSAGE, SYNC } from '@incipit/collaboration'
import * as decoding from 'lib0/decoding'
import type { RawData, WebSocket } from 'ws'
import type { Actor } from '../accounts/index.ts'
import { awarenessFrame } from './frames.ts'
import type { Participant, Refusal } from './participant.ts'
import type { Room } from './room.ts'
import { createTokenBucket } from './token-bucket.ts'
import type { Tuning } from './tuning.ts'

/** What somebody may do in a room now. */
export type RoomAccess = 'write' | 'read'

const KEEPALIVE = awarenessFrame([])
/** Rounds of liveness without an answer after which a socket counts as dead. */
const MAX_SILENT_ROUNDS = 3
/** Milliseconds a closed socket gets to say goodbye. */
const CLOSE_GRACE = 3_000
/** Longest state vector a client sends; a document has seldom a hundredth of it. */
const MAX_STATE_VECTOR = 256 * 1024

const UNKNOWN: Refusal = { code: CLOSE.badMessage, reason: 'unknown message' }
/** A few bytes ask for a whole document: that is possible now and then. */
const TOO_MANY: Refusal = { code: CLOSE.tooMany, reason: 'too many requests for the whole document' }

/** One socket in a room: reads no faster than the limits allow, understands frames, and closes on what no client sends. */
export class Connection implements Participant {
  readonly id: string
  readonly actor: Actor
  readonly access: RoomAccess
  readonly user: AwarenessUser
  readonly room: Room
  readonly #socket: WebSocket
  readonly #tuning: Tuning
  readonly #frames
  readonly #bytes
  readonly #syncs
  readonly #waiting: Uint8Array[] = []
  #timer: NodeJS.Timeout | null = null
  #closed = false
  #silentRounds = 0
  #lastSent = 0

  constructor(spec: {
    id: string
    actor: Actor
    access: RoomAccess
    room: Room
    socket: WebSocket
    tuning: Tuning
  }) {
    this.id = spec.id
    this.actor = spec.actor
    this.access = spec.access
    this.room = spec.room
    this.user = { id: spec.actor.id, name: spec.actor.name, hue: spec.actor.hue }
    this.#socket = spec.socket
    this.#tuning = spec.tuning
    const { limits } = spec.tuning
    this.#frames = createTokenBucket(limits.frameBurst, limits.framesPerSecond)
    this.#bytes = createTokenBucket(limits.byteBurst, limits.bytesPerSecond)
    this.#syncs = createTokenBucket(limits.syncBurst, 1000 / limits.syncIntervalMs)
  }

  get actorId(): string {
    return this.actor.id
  }

  get canWrite(): boolean {
    return this.access === 'write'
  }

  /** Joins the room and starts to read. `onEnd` is called once, when the connection is over. */
  start(onEnd: () => void): void {
    this.#socket.on('message', (data, isBinary) => this.#receive(data, isBinary))
    this.#socket.on('pong', () => {
      this.#silentRounds = 0
    })
    this.#socket.on('close', () => {
      this.#end()
      onEnd()
    })
    this.room.join(this)
    this.#socket.resume()
  }

  send(frame: Uint8Array): void {
    if (this.#closed) return
    if (this.#socket.bufferedAmount > this.#tuning.lagMaxBytes) {
      this.close(CLOSE.tooSlow, 'too slow')
      return
    }
    this.#lastSent = performance.now()
    this.#socket.send(frame)
  }

  sendPresence(frame: Uint8Array): void {
    if (this.#socket.bufferedAmount <= this.#tuning.lagBytes) this.send(frame)
  }

  close(code: CloseCode, reason: string): void {
    if (this.#closed) return
    this.#end()
    this.#socket.close(code, reason)
    this.#socket.resume()
    setTimeout(() => this.#socket.terminate(), CLOSE_GRACE).unref()
  }

  /** Now and then: keeps the client's watchdog quiet, and finds sockets whose other end is gone. */
  keepAlive(): void {
    if (this.#closed) return
    if (performance.now() - this.#lastSent >= this.#tuning.limits.keepaliveMs / 2) this.send(KEEPALIVE)
    if (this.#waiting.length > 0) return
    this.#silentRounds += 1
    if (this.#silentRounds > MAX_SILENT_ROUNDS) this.#socket.terminate()
    else this.#socket.ping()
  }

  #end(): void {
    if (this.#closed) return
    this.#closed = true
    if (this.#timer) clearTimeout(this.#timer)
    this.#waiting.length = 0
    this.room.leave(this)
  }

  #receive(data: RawData, isBinary: boolean): void {
    if (this.#closed) return
    if (isBinary && data instanceof Uint8Array) {
      this.#waiting.push(data)
      if (!this.#timer) this.#read()
    } else {
      this.close(CLOSE.badMessage, 'only binary messages')
    }
  }

  /** Frames above the rate wait, and the socket with them: the sender's own network buffer fills, nobody else's. */
  #read(): void {
    this.#timer = null
    for (let frame = this.#waiting[0]; frame && !this.#closed; frame = this.#waiting[0]) {
      const now = performance.now()
      const wait = Math.max(this.#frames.wait(1, now), this.#bytes.wait(frame.length, now))
      if (wait > 0) {
        this.#socket.pause()
        this.#timer = setTimeout(() => this.#read(), Math.ceil(wait))
        return
      }
      this.#frames.take(1, now)
      this.#bytes.take(frame.length, now)
      this.#waiting.shift()
      this.#understand(frame)
    }
    if (!this.#closed && this.#socket.isPaused) this.#socket.resume()
  }

  #understand(frame: Uint8Array): void {
    const refusal = this.#refusal(frame)
    if (refusal) this.close(refusal.code, refusal.reason)
  }

  #refusal(frame: Uint8Array): Refusal | null {
    try {
      return this.#dispatch(decoding.createDecoder(frame))
    } catch {
      return { code: CLOSE.badMessage, reason: 'malformed message' }
    }
  }

  #dispatch(decoder: decoding.Decoder): Refusal | null {
    const type = decoding.readVarUint(decoder)
    if (type === MESSAGE.sync)
      return this.#sync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder))
    if (type === MESSAGE.awareness) {
      this.room.presence.receive(this, decoding.readVarUint8Array(decoder))
      return null
    }
    if (type !== MESSAGE.queryAwareness) return UNKNOWN
    if (!this.#syncs.take(1, performance.now())) return TOO_MANY
    this.sendPresence(this.room.presence.all())
    return null
  }

  #sync(step: number, content: Uint8Array): Refusal | null {
    if (step === SYNC.step2 || step === SYNC.update) return this.room.receive(this, step, content)
    if (step !== SYNC.step1 || content.length > MAX_STATE_VECTOR) return UNKNOWN
    if (!this.#syncs.take(1, performance.now())) return TOO_MANY
    this.room.answer(this, content)
    return null
  }
}
