import type { CanonicalValue } from './canonical-json.ts'

/** Who did it: a person, an API key, or the product itself (a scheduled step, a migration). */
export type AuditActorKind = 'user' | 'key' | 'system'

/** Who did it, with the name as it was then: later renames do not rewrite the log. */
export interface AuditActor {
  readonly kind: AuditActorKind
  readonly id: string
  readonly name: string
}

/** What it was done to, with the label as it was then. */
export interface AuditSubject {
  readonly type: string
  readonly id: string
  readonly label: string
}

/** What happened, before it has a place in a chain. */
export interface AuditBody {
  readonly libraryId: string
  /** Instant in UTC as `Date.prototype.toISOString` writes it, milliseconds included. */
  readonly at: string
  readonly actor: AuditActor
  /** What was done, for example `prompt.create`. */
  readonly action: string
  readonly subject: AuditSubject
  /** {@link hashState} of the subject before; `null` when it did not exist. */
  readonly beforeHash: string | null
  /** {@link hashState} of the subject after; `null` when it no longer exists. */
  readonly afterHash: string | null
  /** More about the change, as JSON. */
  readonly details: CanonicalValue
}

/** The part of an entry that the next one holds on to. */
export interface AuditLink {
  /** Place in the library's chain: 1, 2, 3, … without gaps. */
  readonly seq: number
  /** SHA-256, 64 lower-case hex digits, over everything else in the entry. */
  readonly hash: string
}

/** One line of the audit log, bound to the one before it. */
export interface AuditEntry extends AuditBody, AuditLink {
  /** Hash of the entry before; of the first entry, `GENESIS_HASH`. */
  readonly previousHash: string
}
