import { canonicalJson } from './canonical-json.ts'
import type { AuditEntry } from './entry.ts'
import { sha256Hex } from './sha256-hex.ts'

/**
 * The hash an entry must carry: SHA-256 over a format line and the canonical JSON of every field but `hash`.
 * Fields that are not an entry's own (a database's extra columns) do not count.
 *
 * @throws TypeError when a field is missing or not plain JSON.
 */
export function hashEntry(entry: Omit<AuditEntry, 'hash'>): string {
  const { actor, subject } = entry
  const content = canonicalJson({
    libraryId: entry.libraryId,
    seq: entry.seq,
    at: entry.at,
    actor: { kind: actor.kind, id: actor.id, name: actor.name },
    action: entry.action,
    subject: { type: subject.type, id: subject.id, label: subject.label },
    beforeHash: entry.beforeHash,
    afterHash: entry.afterHash,
    details: entry.details,
    previousHash: entry.previousHash,
  })
  // The format line keeps these hashes apart from every other use of SHA-256 and leaves room for a second format.
  return sha256Hex(`incipit audit 1\n${content}`)
}
