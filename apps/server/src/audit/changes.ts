import { type AuditBody, type AuditSubject, type CanonicalValue, hashState } from '@incipit/audit'
import { type Actor, type ActorRef, actorRef, type SystemActor } from '../accounts/index.ts'
import type { Bus } from '../platform/bus.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database, Transaction } from '../platform/database.ts'
import type { AuditStore } from './store.ts'

/** What a use case says of a change it made. */
export interface ChangeNote {
  readonly action: string
  readonly subject: AuditSubject
  /** State before and after, as plain JSON: only their hashes are kept. Absent: there was, or is, none. */
  readonly before?: CanonicalValue
  readonly after?: CanonicalValue
  /** What a reader of the audit log should see. Never a secret. */
  readonly details?: { readonly [key: string]: CanonicalValue }
  /** The prompt it is about, for those who watch that prompt. */
  readonly promptId?: string
}

/** The event of a change, published after its transaction. */
export interface ChangeEvent {
  readonly id: string
  readonly libraryId: string
  readonly action: string
  readonly at: string
  readonly actor: ActorRef
  readonly subject: AuditSubject
  readonly promptId: string | null
  readonly details: { readonly [key: string]: CanonicalValue }
}

/** Topics change events appear on. */
export const libraryTopic = (libraryId: string) => `library:${libraryId}`
export const promptTopic = (promptId: string) => `prompt:${promptId}`

export interface Changes {
  /**
   * Runs a change of one library: its transaction, the audit entries in that same transaction, and the events
   * once it is committed. The one way to change anything, so that no change goes undocumented.
   */
  run<T>(
    libraryId: string,
    actor: Actor | SystemActor,
    work: (tx: Transaction, note: (change: ChangeNote) => void) => Promise<T>,
  ): Promise<T>
}

export function createChanges(deps: { db: Database; store: AuditStore; bus: Bus; clock: Clock }): Changes {
  return {
    async run(libraryId, actor, work) {
      const notes: ChangeNote[] = []
      let events: ChangeEvent[] = []
      const result = await deps.db.transaction(async (tx) => {
        const value = await work(tx, (change) => notes.push(change))
        if (notes.length > 0) {
          const at = deps.clock.now().toISOString()
          const bodies = notes.map((note) => toBody(libraryId, actorRef(actor), at, note))
          const entries = await deps.store.append(tx, libraryId, bodies)
          events = entries.map((entry, index) => ({
            id: `${libraryId}.${entry.seq}`,
            libraryId,
            action: entry.action,
            at,
            actor: entry.actor,
            subject: entry.subject,
            promptId: notes[index]!.promptId ?? null,
            details: notes[index]!.details ?? {},
          }))
        }
        return value
      })
      for (const event of events) {
        deps.bus.publish(libraryTopic(libraryId), event)
        if (event.promptId) deps.bus.publish(promptTopic(event.promptId), event)
      }
      return result
    },
  }
}

function toBody(libraryId: string, actor: ActorRef, at: string, note: ChangeNote): AuditBody {
  return {
    libraryId,
    at,
    actor,
    action: note.action,
    subject: note.subject,
    beforeHash: note.before === undefined ? null : hashState(note.before),
    afterHash: note.after === undefined ? null : hashState(note.after),
    details: note.details ?? {},
  }
}
