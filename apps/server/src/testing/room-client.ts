import {
  contentOf,
  createSaveTracker,
  MESSAGE,
  readCommitted,
  type SaveTracker,
  trackedWebSocket,
} from '@incipit/collaboration'
import type * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { ApiVisitor } from './api-visitor.ts'

/** The stock client in a room, with a cookie as a browser has it. */
export interface RoomClient {
  readonly doc: Y.Doc
  readonly text: Y.Text
  readonly provider: WebsocketProvider
  readonly tracker: SaveTracker
  /** Changes the text; `tracker` tells when the change is stored. */
  edit(change: (text: Y.Text) => void): void
  /** Resolves once everything written here is acknowledged. */
  saved(): Promise<void>
  destroy(): void
}

/** Joins a room and waits for its content. */
export async function joinRoom(
  visitor: Pick<ApiVisitor, 'url' | 'cookie'>,
  room: string,
): Promise<RoomClient> {
  const doc = new Y.Doc()
  const tracker = createSaveTracker()
  const { cookie, url } = visitor
  class WithCookie extends WebSocket {
    constructor(address: string) {
      super(address, { headers: { cookie, origin: url } })
    }
  }
  const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/collab`, room, doc, {
    WebSocketPolyfill: trackedWebSocket(WithCookie, tracker) as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  provider.messageHandlers[MESSAGE.committed] = (_encoder: unknown, decoder: decoding.Decoder) =>
    tracker.committed(readCommitted(decoder))
  await new Promise<void>((resolve, reject) => {
    provider.on('sync', (synced: boolean) => synced && resolve())
    provider.on('closed', ({ code, reason }: { code: number; reason: string }) =>
      reject(new Error(`The room was closed: ${code} ${reason}`)),
    )
  })
  const text = contentOf(doc)
  return {
    doc,
    text,
    provider,
    tracker,
    edit(change) {
      tracker.edited()
      doc.transact(() => change(text))
    },
    saved: () =>
      new Promise((resolve) => {
        const look = () => {
          if (tracker.state().status !== 'saved') return
          stop()
          resolve()
        }
        const stop = tracker.subscribe(look)
        look()
      }),
    destroy() {
      provider.destroy()
      doc.destroy()
    },
  }
}
