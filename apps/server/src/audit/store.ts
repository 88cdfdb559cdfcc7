import {
  type AuditBody,
  type AuditEntry,
  type CanonicalValue,
  chainEntry,
  GENESIS_HASH,
} from '@incipit/audit'
import { and, asc, desc, eq, gt, gte, lt, lte, type SQL, sql } from 'drizzle-orm'
import type { Database, Queryable, Transaction } from '../platform/database.ts'
import { auditEntries, auditHeads } from './tables.ts'

type Row = typeof auditEntries.$inferSelect

export interface AuditFilter {
  readonly action?: string | null
  readonly actorId?: string | null
  readonly subjectId?: string | null
  readonly subjectType?: string | null
  readonly since?: Date | null
  readonly until?: Date | null
}

export function createAuditStore(db: Database) {
  return {
    /** Puts entries at the end of the library's chain. The row lock on its head orders concurrent writers. */
    async append(tx: Transaction, libraryId: string, bodies: readonly AuditBody[]): Promise<AuditEntry[]> {
      await tx.insert(auditHeads).values({ libraryId, seq: 0, hash: GENESIS_HASH }).onConflictDoNothing()
      const [head] = await tx
        .select()
        .from(auditHeads)
        .where(eq(auditHeads.libraryId, libraryId))
        .for('update')
      let previous = head!.seq === 0 ? null : { seq: head!.seq, hash: head!.hash }
      const entries: AuditEntry[] = []
      for (const body of bodies) {
        const entry = chainEntry(previous, body)
        entries.push(entry)
        previous = entry
      }
      await tx.insert(auditEntries).values(entries.map(toRow))
      await tx
        .update(auditHeads)
        .set({ seq: previous!.seq, hash: previous!.hash })
        .where(eq(auditHeads.libraryId, libraryId))
      return entries
    },

    async head(libraryId: string): Promise<{ seq: number; hash: string } | null> {
      const [row] = await db.select().from(auditHeads).where(eq(auditHeads.libraryId, libraryId))
      return row && row.seq > 0 ? { seq: row.seq, hash: row.hash } : null
    },

    /** Entries by their number: newest first, or oldest first to verify. */
    async list(
      libraryId: string,
      filter: AuditFilter,
      page: { after: number | null; before: number | null; limit: number; order: 'asc' | 'desc' },
    ): Promise<AuditEntry[]> {
      const rows = await db
        .select()
        .from(auditEntries)
        .where(
          and(
            conditions(libraryId, filter),
            page.after === null ? undefined : gt(auditEntries.seq, page.after),
            page.before === null ? undefined : lt(auditEntries.seq, page.before),
          ),
        )
        .orderBy(page.order === 'asc' ? asc(auditEntries.seq) : desc(auditEntries.seq))
        .limit(page.limit)
      return rows.map(toEntry)
    },

    async count(q: Queryable, libraryId: string, filter: AuditFilter): Promise<number> {
      const [row] = await q
        .select({ count: sql<number>`count(*)::int` })
        .from(auditEntries)
        .where(conditions(libraryId, filter))
      return row!.count
    },

    async find(libraryId: string, seq: number): Promise<AuditEntry | null> {
      const [row] = await db
        .select()
        .from(auditEntries)
        .where(and(eq(auditEntries.libraryId, libraryId), eq(auditEntries.seq, seq)))
      return row ? toEntry(row) : null
    },
  }
}

export type AuditStore = ReturnType<typeof createAuditStore>

function conditions(libraryId: string, filter: AuditFilter): SQL | undefined {
  return and(
    eq(auditEntries.libraryId, libraryId),
    filter.action ? eq(auditEntries.action, filter.action) : undefined,
    filter.actorId ? eq(auditEntries.actorId, filter.actorId) : undefined,
    filter.subjectId ? eq(auditEntries.subjectId, filter.subjectId) : undefined,
    filter.subjectType ? eq(auditEntries.subjectType, filter.subjectType) : undefined,
    filter.since ? gte(auditEntries.at, filter.since) : undefined,
    filter.until ? lte(auditEntries.at, filter.until) : undefined,
  )
}

function toRow(entry: AuditEntry): Row {
  return {
    libraryId: entry.libraryId,
    seq: entry.seq,
    at: new Date(entry.at),
    actorKind: entry.actor.kind,
    actorId: entry.actor.id,
    actorName: entry.actor.name,
    action: entry.action,
    subjectType: entry.subject.type,
    subjectId: entry.subject.id,
    subjectLabel: entry.subject.label,
    beforeHash: entry.beforeHash,
    afterHash: entry.afterHash,
    details: entry.details,
    previousHash: entry.previousHash,
    hash: entry.hash,
  }
}

function toEntry(row: Row): AuditEntry {
  return {
    libraryId: row.libraryId,
    seq: row.seq,
    at: row.at.toISOString(),
    actor: { kind: row.actorKind as AuditEntry['actor']['kind'], id: row.actorId, name: row.actorName },
    action: row.action,
    subject: { type: row.subjectType, id: row.subjectId, label: row.subjectLabel },
    beforeHash: row.beforeHash,
    afterHash: row.afterHash,
    details: row.details as CanonicalValue,
    previousHash: row.previousHash,
    hash: row.hash,
  }
}
