import { roomName } from '@incipit/collaboration'
import { type Actor, hashSecret, newSecret } from '../accounts/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { NewId } from '../platform/ids.ts'
import type { DocumentKey, DocumentStore } from './store.ts'

/** Who a ticket was given to; looked up afresh when it is shown. */
export type TicketHolder =
  | { readonly kind: 'user'; readonly id: string; readonly sessionId: string }
  | { readonly kind: 'key'; readonly id: string; readonly libraryId: string }

export interface Ticket {
  readonly ticket: string
  readonly room: string
  readonly expiresAt: Date
}

export interface TicketDeps {
  readonly store: DocumentStore
  readonly clock: Clock
  readonly newId: NewId
  /** The holder as an actor; `null` once the session ended or the key was revoked. */
  readonly actorOf: (holder: TicketHolder) => Promise<Actor | null>
  readonly validMs: number
}

/**
 * Admissions for programs, which cannot send an API key with a WebSocket of the stock client. A ticket admits its holder to one
 * document for a short time, as often as needed, and only as long as the session or key behind it holds.
 */
export function createTickets({ store, clock, newId, actorOf, validMs }: TicketDeps) {
  return {
    /** A ticket for somebody whose access to the document the caller has checked. */
    async create(actor: Actor, key: DocumentKey): Promise<Ticket> {
      const ticket = newSecret('ict')
      const now = clock.now()
      const expiresAt = new Date(now.getTime() + validMs)
      const holder = {
        actorKind: actor.kind,
        actorId: actor.id,
        sessionId: actor.kind === 'user' ? actor.sessionId : null,
      }
      const { libraryId, documentId } = key
      await store.insertTicket(
        { libraryId, documentId, id: newId(), hash: hashSecret(ticket), ...holder, expiresAt },
        now,
      )
      return { ticket, room: roomName(key), expiresAt }
    },

    /** Who shows this ticket at this document; `null` unless it is theirs, for it, and in time. */
    async redeem(ticket: string, key: DocumentKey): Promise<Actor | null> {
      const row = await store.findTicket(hashSecret(ticket), clock.now())
      if (!row || row.documentId !== key.documentId || row.libraryId !== key.libraryId) return null
      return row.actorKind === 'user' && row.sessionId
        ? actorOf({ kind: 'user', id: row.actorId, sessionId: row.sessionId })
        : actorOf({ kind: 'key', id: row.actorId, libraryId: row.libraryId })
    },
  }
}
