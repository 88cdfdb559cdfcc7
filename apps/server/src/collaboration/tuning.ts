import { LIMITS } from '@incipit/collaboration'

/** How the feature keeps time and bounds. Tests shorten or tighten some. */
export interface Tuning {
  /** Most milliseconds an accepted edit waits for others before it is stored with them. */
  readonly flushMs: number
  /** Bytes of waiting edits that are stored without further waiting. */
  readonly flushBytes: number
  /** Waiting edits that are stored without further waiting. */
  readonly flushUpdates: number
  /** Milliseconds before a failed write is tried again: at first, and at most. */
  readonly retryMs: number
  readonly retryMaxMs: number
  /** Bytes of edits kept in memory while they cannot be stored. Beyond, further ones are refused (4503). */
  readonly pendingBytes: number
  /** Milliseconds a shutdown waits for edits to be stored. */
  readonly closeMs: number
  /** Stored edits after which they are compacted into the snapshot. */
  readonly compactRows: number
  /** Bytes of stored edits after which they are compacted, or the size of the snapshot if that is more. */
  readonly compactBytes: number
  /** Milliseconds a room is kept after the last connection left. */
  readonly lingerMs: number
  /** Milliseconds between two looks at everybody's access; changes announced on the bus act at once. */
  readonly recheckMs: number
  /** Milliseconds from the upgrade until the room must have been joined. */
  readonly joinMs: number
  /** Bytes waiting in a socket above which presence is left out, and above which it is closed. */
  readonly lagBytes: number
  readonly lagMaxBytes: number
  /** Connections of one person or key at a time. */
  readonly connectionsPerActor: number
  /** Milliseconds between two announcements of who is where. */
  readonly presenceMs: number
  /** Milliseconds a ticket admits. */
  readonly ticketMs: number
  readonly limits: { readonly [Name in keyof typeof LIMITS]: number }
}

export const TUNING: Tuning = {
  flushMs: 50,
  flushBytes: 64 * 1024,
  flushUpdates: 200,
  retryMs: 100,
  retryMaxMs: 5_000,
  pendingBytes: 32 * 1024 * 1024,
  closeMs: 10_000,
  compactRows: 500,
  compactBytes: 64 * 1024,
  lingerMs: 30_000,
  recheckMs: 4_000,
  joinMs: 10_000,
  lagBytes: 1024 * 1024,
  lagMaxBytes: 8 * 1024 * 1024,
  connectionsPerActor: 200,
  presenceMs: 250,
  ticketMs: 120_000,
  limits: LIMITS,
}
