import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { contentOf, decodeCommitted, MESSAGE, roomName, SYNC } from '@incipit/collaboration'
import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { UserActor } from '../accounts/index.ts'
import { libraries } from '../libraries/tables.ts'
import { type Bus, createMemoryBus } from '../platform/bus.ts'
import { systemClock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { createLogger } from '../platform/logger.ts'
import { prompts } from '../prompts/tables.ts'
import { openTestDatabase } from '../testing/test-database.ts'
import { updateFrame } from './frames.ts'
import { createCollaboration } from './index.ts'
import { createDocumentStore, type DocumentStore } from './store.ts'
import type { Tuning } from './tuning.ts'

type Level = 'write' | 'read' | 'none' | 'signed-out'

/** One database with a library, for a test file; servers are started on it as needed. */
export async function openTestWorld() {
  const database = await openTestDatabase()
  const { db } = database
  const libraryId = newId()
  await db.insert(libraries).values({
    libraryId,
    slug: libraryId,
    name: 'Test',
    versionScheme: 'semver',
    staleAfterDays: 90,
    requiredApprovals: 1,
    proseMerge: true,
    tokenLimit: 4000,
    createdAt: new Date(),
  })

  async function createPrompt(): Promise<string> {
    const id = newId()
    const now = new Date()
    const who = {
      authorKind: 'user',
      authorId: id,
      authorName: 'Test',
      modifierKind: 'user',
      modifierId: id,
      modifierName: 'Test',
    }
    await db.insert(prompts).values({
      libraryId,
      id,
      key: `tasks-general-${id}`,
      name: 'Test',
      description: '',
      category: 'tasks',
      subcategory: 'general',
      status: 'draft',
      templateLanguage: 'mustache',
      owner: '',
      ...who,
      createdAt: now,
      modifiedAt: now,
    })
    return id
  }

  return {
    db,
    libraryId,
    createPrompt,
    statementCount: database.statementCount,
    store: createDocumentStore(db),
    startServer: (spec: { tuning?: Partial<Tuning>; store?: DocumentStore; bus?: Bus } = {}) =>
      startServer({ ...spec, db, libraryId, createPrompt }),
    close: database.close,
  }
}

export type TestWorld = Awaited<ReturnType<typeof openTestWorld>>
export type TestServer = Awaited<ReturnType<TestWorld['startServer']>>

interface ServerSpec {
  readonly db: Database
  readonly libraryId: string
  readonly createPrompt: () => Promise<string>
  readonly tuning?: Partial<Tuning>
  readonly store?: DocumentStore
  readonly bus?: Bus
}

/** A server that knows people by a cookie `who=<id>`, and what each may do from a map that tests change. */
async function startServer({
  db,
  libraryId,
  createPrompt,
  tuning,
  store,
  bus = createMemoryBus(() => {}),
}: ServerSpec) {
  const people = new Map<string, UserActor>()
  const levels = new Map<string, Level>()
  const person = (name: string, level: Level): UserActor => {
    const actor: UserActor = {
      kind: 'user',
      id: newId(),
      name,
      hue: people.size + 1,
      sessionId: newId(),
      isOperator: false,
    }
    people.set(actor.id, actor)
    levels.set(actor.id, level)
    return actor
  }
  const known = (id: string) => (levels.get(id) === 'signed-out' ? null : (people.get(id) ?? null))
  const collab = createCollaboration({
    db,
    bus,
    clock: systemClock,
    newId,
    logger: createLogger('silent'),
    authenticate: async (request: IncomingMessage) =>
      known(/who=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''),
    actorOf: async (holder) => known(holder.id),
    accessTo: async (actor) => levels.get(actor.id) ?? 'none',
    isOwnOrigin: (request) => request.headers.origin === `http://${request.headers.host}`,
    ...(tuning && { tuning }),
    ...(store && { store }),
  })
  const http = createServer((_request, response) => response.end())
  http.on('upgrade', (request, socket, head) => {
    if (!collab.upgrade(request, socket, head)) socket.destroy()
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const opened: { destroy(): void }[] = []

  return {
    collab,
    bus,
    origin,
    people,
    levels,
    person,
    async createDocument(text = '', authorId: string | null = null): Promise<string> {
      const [id] = await collab.createDocuments(db, [
        { libraryId, promptId: await createPrompt(), branchId: newId(), text, authorId },
      ])
      return id!
    },
    /** The stock client with a cookie. */
    join(documentId: string, actor: UserActor, doc = new Y.Doc()) {
      const client = joinWith(origin, roomName({ libraryId, documentId }), doc, cookieSocket(origin, actor))
      opened.push(client)
      return client
    },
    /** A hand-made client. */
    raw(documentId: string, actor: UserActor | null, headers: Record<string, string> = {}) {
      const client = new RawClient(
        `${origin.replace('http', 'ws')}/collab/${roomName({ libraryId, documentId })}`,
        {
          origin,
          ...(actor && { cookie: `who=${actor.id}` }),
          ...headers,
        },
      )
      opened.push(client)
      return client
    },
    async close() {
      for (const client of opened) client.destroy()
      await collab.close()
      http.close()
      http.closeAllConnections()
    },
  }
}

function cookieSocket(origin: string, actor: UserActor) {
  return class extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers: { cookie: `who=${actor.id}`, origin } })
    }
  }
}

function joinWith(origin: string, room: string, doc: Y.Doc, Socket: ReturnType<typeof cookieSocket>) {
  const provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/collab`, room, doc, {
    WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  let committed = 0
  let sequence = 0
  provider.messageHandlers[MESSAGE.committed] = (_encoder: unknown, decoder: decoding.Decoder) => {
    committed = decoding.readVarUint(decoder)
    sequence = decoding.readVarUint(decoder)
  }
  return {
    doc,
    provider,
    text: contentOf(doc),
    committed: () => committed,
    sequence: () => sequence,
    synced: () => until(() => provider.synced),
    destroy() {
      provider.destroy()
      doc.destroy()
    },
  }
}

/** Sends what it is told to, remembers what it gets. */
export class RawClient {
  readonly socket: WebSocket
  readonly frames: Uint8Array[] = []
  closed: { code: number; reason: string } | null = null
  status: number | null = null

  constructor(url: string, headers: Record<string, string>) {
    this.socket = new WebSocket(url, { headers })
    this.socket.on('message', (data: Buffer) => this.frames.push(new Uint8Array(data)))
    this.socket.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() }
    })
    this.socket.on('error', () => {})
    this.socket.on('unexpected-response', (_request, response) => {
      this.status = response.statusCode ?? 0
      this.socket.terminate()
    })
  }

  async joined(): Promise<this> {
    await until(() => this.frames.length > 0)
    return this
  }

  async end(): Promise<{ code: number; reason: string }> {
    await until(() => this.closed !== null)
    return this.closed!
  }

  send(frame: Uint8Array): void {
    this.socket.send(frame)
  }

  /** The newest confirmation. */
  committed(): number {
    return this.frames.map((frame) => decodeCommitted(frame)?.frames ?? 0).reduce((a, b) => Math.max(a, b), 0)
  }

  /** A document with every update and answer this client got. */
  received(): Y.Doc {
    const doc = new Y.Doc()
    for (const frame of this.frames) {
      if (frame[0] !== MESSAGE.sync || frame[1] === SYNC.step1) continue
      const decoder = decoding.createDecoder(frame.subarray(2))
      Y.applyUpdate(doc, decoding.readVarUint8Array(decoder))
    }
    return doc
  }

  destroy(): void {
    this.socket.terminate()
  }
}

/** Frames of edits made one after the other to a fresh document. */
export function editFrames(edits: readonly ((doc: Y.Doc) => void)[], doc = new Y.Doc()): Uint8Array[] {
  const frames: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => frames.push(updateFrame(update)))
  for (const edit of edits) edit(doc)
  return frames
}

/** Waits for something that happens by itself. */
export async function until(condition: () => boolean | Promise<boolean>, withinMs = 10_000): Promise<void> {
  const deadline = Date.now() + withinMs
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Not within ${withinMs} ms: ${condition}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
