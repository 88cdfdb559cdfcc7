import {
  CLOSE,
  contentOf,
  createSaveTracker,
  MESSAGE,
  readCommitted,
  type SaveState,
  trackedWebSocket,
} from '@incipit/collaboration'
import * as encoding from 'lib0/encoding'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { openLocalCopy } from './local-copy.ts'
import type { CopyState } from './local-copy-queue.ts'

/** Closed for these reasons a connection is not tried again by itself. */
const FINAL_CODES: ReadonlySet<number> = new Set([
  CLOSE.badMessage,
  CLOSE.signedOut,
  CLOSE.forbidden,
  CLOSE.notFound,
  CLOSE.tooLarge,
])

/** Below the client's watchdog of 30 s without a message. */
const KEEPALIVE_MS = 20_000

export interface SessionState {
  /** Whether there is a text to show: from the server, or the copy kept in this browser. */
  ready: boolean
  save: SaveState
  /** Edits of an earlier visit that the server has not confirmed yet. */
  kept: number
  /** Whether the copy in this browser holds all edits. It matters, and is followed, while there is no connection. */
  copy: CopyState
  /** Why the server ended the connection for good; `null` while it may come back by itself. */
  closed: { code: number; reason: string } | null
}

/** A live document open in this window. */
export interface DocumentSession {
  readonly text: Y.Text
  readonly awareness: Awareness
  /** Undo and redo of what this person did, for as long as the document is open. */
  readonly undoManager: Y.UndoManager
  /** The server is about to bring the text to this one in the person's name: that, too, can be undone. */
  expectText(content: string): void
  state(): SessionState
  subscribe(listener: () => void): () => void
  /** Connects again after a final close, such as when access has changed. */
  reconnect(): void
  /** Throws the copy in this browser away. */
  forget(): Promise<void>
  destroy(): void
}

export interface DocumentSessionSpec {
  /** `ws://host/collab` or `wss://…`, without the room. */
  url: string
  room: string
  /** Name of the copy kept in this browser, one for each document and person; `null` keeps none. */
  localName: string | null
}

/** Opens a live document: the copy in this browser at once, the server's as soon as it answers. */
export function openDocument({ url, room, localName }: DocumentSessionSpec): DocumentSession {
  const doc = new Y.Doc()
  const text = contentOf(doc)
  const tracker = createSaveTracker()
  const listeners = new Set<() => void>()
  const local = openLocalCopy(localName, doc)
  let state: SessionState = {
    ready: false,
    save: tracker.state(),
    kept: 0,
    copy: local.state(),
    closed: null,
  }
  const update = (change: Partial<SessionState>): void => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }

  // Heard before the provider hears it, so that an edit is known before it is sent.
  const edited = (_update: Uint8Array, origin: unknown): void => {
    if (origin !== provider && !local.isOrigin(origin)) tracker.edited()
  }
  doc.on('update', edited)
  const provider = new WebsocketProvider(url, room, doc, {
    connect: false,
    disableBc: true,
    WebSocketPolyfill: trackedWebSocket(WebSocket, tracker),
    shouldReconnect: ({ code }) => !FINAL_CODES.has(code),
  })
  provider.messageHandlers[MESSAGE.committed] = (_encoder, decoder) => {
    tracker.committed(readCommitted(decoder))
  }
  // What is said here is said again by the close code that follows.
  provider.messageHandlers[MESSAGE.auth] = () => {}

  let expected: string | null = null
  const isExpected = (): boolean => expected !== null && text.toString() === expected
  const undoManager = new Y.UndoManager(text, {
    trackedOrigins: new Set([provider]),
    captureTransaction: ({ origin }) => origin !== provider || isExpected(),
  })

  const saved = (): void => {
    const known = tracker.state()
    const save: SaveState = provider.wsconnected ? known : { ...known, status: 'offline' }
    const kept = save.status === 'saved' ? 0 : state.kept
    local.setUnsaved(save.unsaved + kept)
    update({ save, kept, copy: local.state() })
  }
  tracker.subscribe(saved)
  local.subscribe(() => {
    if (state.save.status === 'offline') update({ copy: local.state() })
  })
  provider.on('status', saved)
  provider.on('sync', (synced: boolean) => {
    if (synced) update({ ready: true })
  })
  provider.on('closed', (closed: { code: number; reason: string }) => update({ closed }))
  void local.loaded.then(({ unsaved }) => {
    update({ ready: state.ready || text.length > 0, kept: unsaved, copy: local.state() })
    if (listening) provider.connect()
  })

  let listening = true
  const wentOffline = (): void => provider.disconnect()
  const cameOnline = (): void => {
    if (!state.closed) provider.connect()
  }
  const leaving = (event: BeforeUnloadEvent): void => {
    local.flush()
    if (tracker.state().unsaved > 0 && local.state() !== 'kept') event.preventDefault()
  }
  window.addEventListener('offline', wentOffline)
  window.addEventListener('online', cameOnline)
  window.addEventListener('beforeunload', leaving)
  const keepalive = setInterval(() => {
    if (provider.ws?.readyState !== WebSocket.OPEN) return
    provider.ws.send(encoding.encode((encoder) => encoding.writeVarUint(encoder, MESSAGE.queryAwareness)))
  }, KEEPALIVE_MS)

  return {
    text,
    awareness: provider.awareness,
    undoManager,
    expectText: (content) => {
      expected = content
      undoManager.stopCapturing()
    },
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    reconnect: () => {
      update({ closed: null })
      provider.connect()
    },
    forget: () => local.clear(),
    destroy: () => {
      listening = false
      listeners.clear()
      clearInterval(keepalive)
      window.removeEventListener('offline', wentOffline)
      window.removeEventListener('online', cameOnline)
      window.removeEventListener('beforeunload', leaving)
      undoManager.destroy()
      provider.destroy()
      local.close()
      doc.destroy()
    },
  }
}
