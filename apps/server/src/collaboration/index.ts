import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { CLOSE } from '@incipit/collaboration'
import type { Actor } from '../accounts/index.ts'
import { authorize, type Caller } from '../libraries/index.ts'
import type { Bus } from '../platform/bus.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database, Queryable } from '../platform/database.ts'
import { NotFoundError } from '../platform/errors.ts'
import type { NewId } from '../platform/ids.ts'
import type { Logger } from '../platform/logger.ts'
import { type AccessTo, watchAccess } from './access-watch.ts'
import type { Connection } from './connection.ts'
import { createEntrance } from './entrance.ts'
import { Journal } from './journal.ts'
import { LiveDocument } from './live-document.ts'
import type { Participant } from './participant.ts'
import { createReader, type LiveText } from './reader.ts'
import { createRevise } from './revise.ts'
import { Rooms } from './rooms.ts'
import { type Contributor, createDocumentStore, DamagedDocumentError, type DocumentStore } from './store.ts'
import { createTickets, type Ticket, type TicketHolder } from './tickets.ts'
import { TUNING, type Tuning } from './tuning.ts'

export type { AccessTo } from './access-watch.ts'
export type { RoomAccess } from './connection.ts'
export type { TextAnchors, TextSpan } from './live-document.ts'
export type { LiveText } from './reader.ts'
export type { LiveView, Revised, Revision } from './revise.ts'
export type { Contributor, DocumentAddress } from './store.ts'
export type { Ticket, TicketHolder } from './tickets.ts'
export type { Tuning } from './tuning.ts'

export interface CollaborationDeps {
  readonly db: Database
  readonly bus: Bus
  readonly clock: Clock
  readonly newId: NewId
  readonly logger: Logger
  /** Who a cookie or bearer token belongs to. */
  readonly authenticate: (request: IncomingMessage) => Promise<Actor | null>
  /** The holder of a ticket as an actor; `null` once the session ended or the key was revoked. */
  readonly actorOf: (holder: TicketHolder) => Promise<Actor | null>
  readonly accessTo: AccessTo
  /** Whether a request's `Origin` is a page of ours. */
  readonly isOwnOrigin: (request: IncomingMessage) => boolean
  readonly tuning?: Partial<Tuning>
  /** For tests that let the database fail. */
  readonly store?: DocumentStore
}

/** A document to be. */
export interface DocumentStart {
  readonly libraryId: string
  readonly promptId: string
  readonly branchId: string
  readonly text: string
  /** Who wrote the text, where it is uncommitted work; `null` where it is committed at once. */
  readonly authorId: string | null
}

/** Who is in a prompt's documents now. */
export interface PromptPresence {
  readonly promptId: string
  readonly people: readonly Pick<Actor, 'kind' | 'id' | 'name'>[]
}

export type Collaboration = ReturnType<typeof createCollaboration>

/** Live documents: rooms for clients, and reading and writing for the other features. */
export function createCollaboration(deps: CollaborationDeps) {
  const { db, bus, clock, newId, logger, accessTo } = deps
  const tuning = { ...TUNING, ...deps.tuning }
  const store = deps.store ?? createDocumentStore(db)
  const journal = new Journal<Participant>({ store, clock, logger, tuning })
  const connections = new Set<Connection>()
  const announcePresence = coalesced(tuning.presenceMs, (libraryId) =>
    bus.publish(`presence:${libraryId}`, { libraryId }),
  )
  const rooms = new Rooms({
    store,
    journal,
    logger,
    tuning,
    onPresence: (room) => announcePresence(room.address.libraryId),
    onStored: ({ address: { libraryId, documentId } }, seq) =>
      bus.publish('document.stored', { libraryId, documentId, seq }),
  })
  const readTexts = createReader({ rooms, journal, store })
  const revise = createRevise({ rooms, journal, tuning })
  const tickets = createTickets({ store, clock, newId, actorOf: deps.actorOf, validMs: tuning.ticketMs })
  const entrance = createEntrance({
    rooms,
    connections,
    accessTo,
    authenticate: deps.authenticate,
    redeem: tickets.redeem,
    isOwnOrigin: deps.isOwnOrigin,
    newId,
    logger,
    tuning,
  })
  const stopWatching = watchAccess({
    connections: () => connections,
    accessTo,
    bus,
    logger,
    everyMs: tuning.recheckMs,
  })
  const keepAlive = setInterval(() => {
    for (const connection of connections) connection.keepAlive()
  }, tuning.limits.keepaliveMs)
  keepAlive.unref()
  // Another process may have stored edits of a document that is open here.
  const stopListening = bus.subscribe('document.stored', (payload) => {
    const { seq, ...key } = payload as { libraryId: string; documentId: string; seq: number }
    const room = rooms.peek(key)
    if (room && room.seq < seq) void room.catchUp()
  })

  return {
    /**
     * Creates documents with their first texts (normalized to LF) in the transaction that creates what they belong to.
     *
     * @returns their ids, in order
     */
    async createDocuments(tx: Queryable, starts: readonly DocumentStart[]): Promise<string[]> {
      const createdAt = clock.now()
      const rows = starts.map(({ text, ...start }) => ({
        ...start,
        documentId: newId(),
        snapshot: LiveDocument.seed(text),
        epoch: 0,
        createdAt,
      }))
      await store.insertDocuments(tx, rows)
      return rows.map(({ documentId }) => documentId)
    },

    /** Stores everything that was accepted before the call. */
    flush(): Promise<void> {
      return journal.flush()
    },

    /**
     * The live text with everything accepted so far, stored. Call it outside of transactions.
     *
     * @throws NotFoundError when there is no such document, DamagedDocumentError when it cannot be served
     */
    async read(libraryId: string, documentId: string): Promise<LiveText> {
      const text = (await readTexts(libraryId, [documentId])).get(documentId)
      if (!text) throw new NotFoundError('The live document')
      if (text instanceof DamagedDocumentError) throw text
      return text
    },

    /** Several of them, in a constant number of statements. Missing ones are left out, and those that cannot be served, which is logged. */
    async readMany(libraryId: string, ids: readonly string[]): Promise<Map<string, LiveText>> {
      const texts = new Map<string, LiveText>()
      for (const [id, text] of await readTexts(libraryId, ids)) {
        if (text instanceof DamagedDocumentError)
          logger.error({ err: text }, 'a live document cannot be read')
        else texts.set(id, text)
      }
      return texts
    },

    /**
     * Brings the live text to `newText` (normalized to LF) by an ordinary edit with minimal changes, which everyone sees.
     * Resolves when it is stored.
     *
     * @throws NotFoundError when there is no such document, ValidationError when the text is too long
     */
    async edit(
      libraryId: string,
      documentId: string,
      newText: string,
      author: { readonly id: string },
    ): Promise<void> {
      await revise(libraryId, documentId, author, () => ({ text: newText }))
    },

    revise,

    /** Who edited since the last commit and how much, for each document that has such edits; one statement. */
    uncommitted(libraryId: string, ids: readonly string[]): Promise<Map<string, Contributor[]>> {
      return store.contributors(libraryId, ids)
    },

    /** Forgets contributions up to edit `seq`, in the transaction of the commit that took them in. */
    clearContributors(tx: Queryable, libraryId: string, documentId: string, seq: number): Promise<void> {
      return store.clearContributors(tx, { libraryId, documentId }, seq)
    },

    /** Which documents there are; missing ones are left out. */
    addresses: store.addresses,

    /**
     * A ticket with which the caller's program joins a room by the stock client.
     *
     * @throws UnauthenticatedError, or NotFoundError for a document that is missing or not theirs to read
     */
    async createTicket(caller: Caller, libraryId: string, documentId: string): Promise<Ticket> {
      const actor = await authorize(caller, libraryId, 'prompt.read', 'The live document')
      const [address] = await store.addresses(libraryId, [documentId])
      if (!address) throw new NotFoundError('The live document')
      return tickets.create(actor, address)
    },

    /** Who is in which prompt of a library now, first comers first. The bus announces changes on `presence:<library id>`. */
    presence(libraryId: string): PromptPresence[] {
      const here = [...connections].filter(({ room }) => room.address.libraryId === libraryId)
      return [...Map.groupBy(here, ({ room }) => room.address.promptId)].map(([promptId, group]) => ({
        promptId,
        people: peopleOf(group),
      }))
    },

    /** Who is in a live document now, first comers first. */
    editors(libraryId: string, documentId: string): PromptPresence['people'] {
      const here = [...connections].filter(
        ({ room }) => room.address.libraryId === libraryId && room.address.documentId === documentId,
      )
      return peopleOf(here)
    },

    /** Takes an HTTP upgrade if its path is a room's. @returns whether it was */
    upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer): boolean =>
      entrance.upgrade(request, socket, head),

    /** Sizes of the moment, for logs and metrics. */
    stats() {
      return {
        rooms: [...rooms.all()].length,
        connections: connections.size,
        pendingBytes: journal.pendingBytes,
      }
    },

    /** Sends everybody away (they reconnect) and stores everything; gives up, and says so in the log, when the database does not answer. */
    async close(): Promise<void> {
      entrance.close()
      stopWatching()
      stopListening()
      clearInterval(keepAlive)
      announcePresence.stop()
      for (const connection of [...connections]) connection.close(CLOSE.restarting, 'server restarts')
      const stored = journal.flush().then(() => rooms.close())
      const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), tuning.closeMs).unref())
      if ((await Promise.race([stored, late])) === 'late') {
        logger.error(
          { pendingBytes: journal.pendingBytes },
          'live edits were not stored before the end; clients that have them bring them back',
        )
      }
    },
  }
}

function peopleOf(connections: readonly Connection[]): PromptPresence['people'] {
  const people = connections.map(({ actor }) => ({ kind: actor.kind, id: actor.id, name: actor.name }))
  return [...new Map(people.map((person) => [person.id, person])).values()]
}

/** Calls `action` once for all calls with one key in a span of time, at its end. */
function coalesced(spanMs: number, action: (key: string) => void) {
  const timers = new Map<string, NodeJS.Timeout>()
  const call = (key: string) => {
    if (timers.has(key)) return
    const timer = setTimeout(() => {
      timers.delete(key)
      action(key)
    }, spanMs)
    timer.unref()
    timers.set(key, timer)
  }
  call.stop = () => {
    for (const timer of timers.values()) clearTimeout(timer)
  }
  return call
}
