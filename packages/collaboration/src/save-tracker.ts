import { type Committed, isDocumentFrame } from './messages.ts'

/** What may be said to the writer, truthfully. */
export interface SaveState {
  /** `saved`: everything written here is durable on the server. `saving`: not yet known to be. `offline`: no connection. */
  readonly status: 'saved' | 'saving' | 'offline'
  /** Local changes that are not known to be durable. */
  readonly unsaved: number
}

/** One connection as the tracker sees it; see {@link trackedWebSocket} for who calls these. */
export interface TrackedConnection {
  sent(frame: Uint8Array): void
  closed(): void
}

/** Follows what was written, sent and confirmed. */
export interface SaveTracker {
  /** A local change was made (not one that came from the server or out of the local copy). Call it before or while it is sent. */
  edited(): void
  /** A connection was opened. Counting starts anew; frames of earlier connections no longer matter. */
  opened(): TrackedConnection
  /** The server confirmed. */
  committed(message: Committed): void
  state(): SaveState
  /** Call `listener` after each change of the state. @returns a function that ends it */
  subscribe(listener: (state: SaveState) => void): () => void
}

/**
 * A tracker for one document. "Saved" needs an open connection, at least one confirmed frame on it (the answer to the
 * server's question what it lacks) and no frame unconfirmed: only then is nothing local unknown to the server's disk.
 */
export function createSaveTracker(): SaveTracker {
  const listeners = new Set<(state: SaveState) => void>()
  let edits = 0
  let savedEdits = 0
  let connection: { readonly frameEdits: number[]; confirmed: number } | null = null
  let told: SaveState = { status: 'offline', unsaved: 0 }

  const state = (): SaveState => {
    const unsaved = edits - savedEdits
    if (!connection) return { status: 'offline', unsaved }
    const { confirmed, frameEdits } = connection
    const saved = unsaved === 0 && confirmed > 0 && confirmed >= frameEdits.length
    return { status: saved ? 'saved' : 'saving', unsaved }
  }
  const changed = () => {
    const now = state()
    if (now.status === told.status && now.unsaved === told.unsaved) return
    told = now
    for (const listener of listeners) listener(now)
  }

  return {
    state,
    edited() {
      edits += 1
      changed()
    },
    opened() {
      const opened = { frameEdits: [] as number[], confirmed: 0 }
      connection = opened
      changed()
      return {
        sent(frame) {
          if (!isDocumentFrame(frame)) return
          opened.frameEdits.push(edits)
          changed()
        },
        closed() {
          if (connection !== opened) return
          connection = null
          changed()
        },
      }
    },
    committed({ frames }) {
      if (!connection || frames <= connection.confirmed) return
      connection.confirmed = Math.min(frames, connection.frameEdits.length)
      savedEdits = Math.max(savedEdits, connection.frameEdits[connection.confirmed - 1] ?? 0)
      changed()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
