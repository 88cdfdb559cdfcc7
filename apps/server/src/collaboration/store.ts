import { createHash } from 'node:crypto'
import { and, asc, eq, gt, inArray, lte, type SQL, sql } from 'drizzle-orm'
import type { Database, Queryable } from '../platform/database.ts'
import { collabTickets, documentContributors, documents, documentUpdates } from './tables.ts'

/** Which document. */
export interface DocumentKey {
  readonly libraryId: string
  readonly documentId: string
}

/** A document and what it belongs to. */
export interface DocumentAddress extends DocumentKey {
  readonly promptId: string
  readonly branchId: string
  readonly epoch: number
}

/** Somebody who edited since the last commit. */
export interface Contributor {
  readonly authorId: string
  readonly firstSeq: number
  readonly lastSeq: number
  /** Accepted edits. */
  readonly changes: number
}

/** One row to be: edits of one author, merged. */
export interface NewUpdate {
  readonly authorId: string
  readonly connectionId: string | null
  readonly bytes: Uint8Array
  /** How many edits were merged into it. */
  readonly changes: number
  /** It brings what is committed elsewhere already, so that its author contributes nothing to the next commit by it. */
  readonly isTakenIn?: boolean
}

/** Edits of one document, to be stored together. */
export interface Append extends DocumentKey {
  readonly updates: readonly NewUpdate[]
}

/** Everything stored of a document. */
export interface StoredDocument {
  readonly headSeq: number
  readonly snapSeq: number
  readonly snapshot: Uint8Array
  readonly updates: readonly { readonly seq: number; readonly bytes: Uint8Array }[]
}

export interface NewDocument extends DocumentAddress {
  readonly snapshot: Uint8Array
  /** Who wrote the first text, when it counts as uncommitted work. */
  readonly authorId: string | null
  readonly createdAt: Date
}

export interface TicketRow extends DocumentKey {
  readonly id: string
  readonly hash: Uint8Array
  readonly actorKind: string
  readonly actorId: string
  readonly sessionId: string | null
  readonly expiresAt: Date
}

/** What is stored does not fit its checksum: the document must not be served, nor written over. */
export class DamagedDocumentError extends Error {
  constructor(key: DocumentKey, what: string) {
    super(
      `The live document ${key.documentId} of library ${key.libraryId} is damaged: ${what}. Restore it from a backup.`,
    )
  }
}

/** Rows of one INSERT: PostgreSQL takes 65,535 parameters. */
const ROWS_PER_INSERT = 1000

/** What the feature keeps. */
export type DocumentStore = ReturnType<typeof createDocumentStore>

export function createDocumentStore(db: Database) {
  return {
    async insertDocuments(tx: Queryable, rows: readonly NewDocument[]): Promise<void> {
      for (const part of chunks(rows)) {
        await tx.insert(documents).values(
          part.map(({ documentId, authorId, snapshot, ...row }) => {
            const seq = authorId ? 1 : 0
            return {
              ...row,
              id: documentId,
              snapshot,
              snapshotSha256: sha256(snapshot),
              headSeq: seq,
              snapSeq: seq,
            }
          }),
        )
      }
      const authored = rows.flatMap(({ libraryId, documentId, authorId }) =>
        authorId ? [{ libraryId, documentId, authorId, firstSeq: 1, lastSeq: 1, changes: 1 }] : [],
      )
      for (const part of chunks(authored)) await tx.insert(documentContributors).values(part)
    },

    /** Where documents belong; missing ones are left out. */
    async addresses(libraryId: string, ids: readonly string[]): Promise<DocumentAddress[]> {
      if (ids.length === 0) return []
      return db
        .select({
          libraryId: documents.libraryId,
          documentId: documents.id,
          promptId: documents.promptId,
          branchId: documents.branchId,
          epoch: documents.epoch,
        })
        .from(documents)
        .where(and(eq(documents.libraryId, libraryId), inArray(documents.id, [...ids])))
    },

    /**
     * What is stored of documents, checksums verified; missing ones are left out. One view of the database, so that a
     * compaction in between is seen as a whole or not at all.
     *
     * @returns for each document its state, or why it cannot be served
     */
    async load(
      libraryId: string,
      ids: readonly string[],
    ): Promise<Map<string, StoredDocument | DamagedDocumentError>> {
      if (ids.length === 0) return new Map()
      const { heads, rows } = await db.transaction(
        async (tx) => ({
          heads: await tx
            .select()
            .from(documents)
            .where(and(eq(documents.libraryId, libraryId), inArray(documents.id, [...ids]))),
          rows: await tx
            .select()
            .from(documentUpdates)
            .where(
              and(eq(documentUpdates.libraryId, libraryId), inArray(documentUpdates.documentId, [...ids])),
            )
            .orderBy(asc(documentUpdates.documentId), asc(documentUpdates.seq)),
        }),
        { isolationLevel: 'repeatable read', accessMode: 'read only' },
      )
      const rowsOf = Map.groupBy(rows, (row) => row.documentId)
      return new Map(heads.map((head) => [head.id, verified(head, rowsOf.get(head.id) ?? [])]))
    },

    /** Edits with numbers above `seq`, in order. */
    async updatesSince(key: DocumentKey, seq: number): Promise<{ seq: number; bytes: Uint8Array }[]> {
      const rows = await db
        .select()
        .from(documentUpdates)
        .where(and(ofDocument(documentUpdates, key), gt(documentUpdates.seq, seq)))
        .orderBy(asc(documentUpdates.seq))
      return rows.map((row) => checkedUpdate(key, row))
    },

    /**
     * Store edits of several documents in one transaction.
     *
     * @returns the number of each document's newest edit afterwards; documents that are gone are left out
     */
    async append(appends: readonly Append[], now: Date): Promise<Map<string, number>> {
      const rows = await db.execute<{ id: string; head_seq: string }>(appendStatement(appends, now))
      return new Map(rows.map((row) => [row.id, Number(row.head_seq)]))
    },

    /**
     * Replace edits up to `seq` by a snapshot that holds them.
     *
     * @returns false when another compaction went further already, or the document is gone; nothing is changed then
     */
    async compact(key: DocumentKey, epoch: number, seq: number, snapshot: Uint8Array): Promise<boolean> {
      return db.transaction(async (tx) => {
        const [row] = await tx
          .select({ snapSeq: documents.snapSeq, headSeq: documents.headSeq, epoch: documents.epoch })
          .from(documents)
          .where(and(eq(documents.libraryId, key.libraryId), eq(documents.id, key.documentId)))
          .for('update')
        if (!row || row.epoch !== epoch || row.snapSeq >= seq || row.headSeq < seq) return false
        await tx
          .update(documents)
          .set({ snapshot, snapshotSha256: sha256(snapshot), snapSeq: seq })
          .where(and(eq(documents.libraryId, key.libraryId), eq(documents.id, key.documentId)))
        await tx
          .delete(documentUpdates)
          .where(and(ofDocument(documentUpdates, key), lte(documentUpdates.seq, seq)))
        return true
      })
    },

    /** Who edited since the last commit, first comers first. */
    async contributors(libraryId: string, ids: readonly string[]): Promise<Map<string, Contributor[]>> {
      if (ids.length === 0) return new Map()
      const rows = await db
        .select()
        .from(documentContributors)
        .where(
          and(
            eq(documentContributors.libraryId, libraryId),
            inArray(documentContributors.documentId, [...ids]),
          ),
        )
        .orderBy(asc(documentContributors.firstSeq), asc(documentContributors.authorId))
      return Map.groupBy(rows, (row) => row.documentId)
    },

    /** Forget contributions up to `seq`: a commit took them in. */
    async clearContributors(tx: Queryable, key: DocumentKey, seq: number): Promise<void> {
      const ofThis = ofDocument(documentContributors, key)
      // The document first, as whoever appends: in another order the two could wait for each other.
      await tx
        .select({ id: documents.id })
        .from(documents)
        .where(and(eq(documents.libraryId, key.libraryId), eq(documents.id, key.documentId)))
        .for('update')
      await tx.delete(documentContributors).where(and(ofThis, lte(documentContributors.lastSeq, seq)))
      const later = sql<number>`(select count(*)::int from ${documentUpdates} where ${ofDocument(documentUpdates, key)}
        and ${documentUpdates.seq} > ${seq} and ${documentUpdates.authorId} = ${documentContributors.authorId})`
      await tx
        .update(documentContributors)
        .set({ firstSeq: seq + 1, changes: sql`greatest(1, ${later})` })
        .where(and(ofThis, lte(documentContributors.firstSeq, seq)))
    },

    async insertTicket(row: TicketRow, now: Date): Promise<void> {
      await db
        .delete(collabTickets)
        .where(and(eq(collabTickets.libraryId, row.libraryId), lte(collabTickets.expiresAt, now)))
      await db.insert(collabTickets).values(row)
    },

    async findTicket(hash: Uint8Array, now: Date): Promise<TicketRow | null> {
      const [row] = await db
        .select()
        .from(collabTickets)
        .where(and(eq(collabTickets.hash, hash), gt(collabTickets.expiresAt, now)))
      return row ?? null
    },
  }
}

type OfDocument = typeof documentUpdates | typeof documentContributors

function ofDocument(table: OfDocument, key: DocumentKey) {
  return and(eq(table.libraryId, key.libraryId), eq(table.documentId, key.documentId))
}

/**
 * Stores edits in one statement, which is one transaction and one round trip, with one parameter, so that its plan is kept.
 * The documents' rows are locked in one order, so that two processes never wait for each other; the lock also gives the numbers.
 */
function appendStatement(appends: readonly Append[], now: Date): SQL {
  const edits = appends.flatMap(({ libraryId, documentId, updates }) =>
    updates.map(({ authorId, connectionId, bytes, changes, isTakenIn = false }, index) => ({
      library_id: libraryId,
      document_id: documentId,
      position: index + 1,
      author_id: authorId,
      connection_id: connectionId,
      bytes: hex(bytes),
      sha256: hex(sha256(bytes)),
      changes,
      is_taken_in: isTakenIn,
      created_at: now,
    })),
  )
  return sql`
    with edits as (
      select * from jsonb_to_recordset(${JSON.stringify(edits)}::jsonb) as edit (library_id uuid, document_id uuid,
        position int, author_id uuid, connection_id uuid, bytes text, sha256 text, changes int, is_taken_in boolean, created_at timestamptz)
    ),
    wanted as (select library_id, document_id, count(*)::int as count from edits group by library_id, document_id),
    locked as (
      select d.library_id, d.id, wanted.count from documents d
      join wanted on wanted.library_id = d.library_id and wanted.document_id = d.id
      order by d.library_id, d.id for update of d
    ),
    heads as (
      update documents d set head_seq = d.head_seq + locked.count from locked
      where d.library_id = locked.library_id and d.id = locked.id
      returning d.library_id, d.id, d.head_seq, d.head_seq - locked.count as before
    ),
    numbered as (
      select edits.*, heads.before + edits.position as seq from edits
      join heads on heads.library_id = edits.library_id and heads.id = edits.document_id
    ),
    stored as (
      insert into document_updates (library_id, document_id, seq, author_id, connection_id, bytes, sha256, created_at)
      select library_id, document_id, seq, author_id, connection_id, decode(bytes, 'hex'), decode(sha256, 'hex'), created_at
      from numbered
    ),
    contributed as (
      insert into document_contributors as c (library_id, document_id, author_id, first_seq, last_seq, changes)
      select library_id, document_id, author_id, min(seq), max(seq), sum(changes) from numbered
      where not is_taken_in group by library_id, document_id, author_id
      on conflict (library_id, document_id, author_id)
      do update set last_seq = excluded.last_seq, changes = c.changes + excluded.changes
    )
    select id, head_seq from heads`
}

type HeadRow = typeof documents.$inferSelect
type UpdateRow = typeof documentUpdates.$inferSelect

function verified(head: HeadRow, rows: readonly UpdateRow[]): StoredDocument | DamagedDocumentError {
  const key = { libraryId: head.libraryId, documentId: head.id }
  try {
    if (!sameBytes(sha256(head.snapshot), head.snapshotSha256)) {
      throw new DamagedDocumentError(key, 'its snapshot does not fit its checksum')
    }
    const updates = rows.filter((row) => row.seq > head.snapSeq).map((row) => checkedUpdate(key, row))
    if (updates.length !== head.headSeq - head.snapSeq) {
      throw new DamagedDocumentError(
        key,
        `${head.headSeq - head.snapSeq} edits are expected since the snapshot, ${updates.length} are there`,
      )
    }
    return { headSeq: head.headSeq, snapSeq: head.snapSeq, snapshot: head.snapshot, updates }
  } catch (error) {
    if (error instanceof DamagedDocumentError) return error
    throw error
  }
}

function checkedUpdate(key: DocumentKey, { seq, bytes, sha256: expected }: UpdateRow) {
  if (!sameBytes(sha256(bytes), expected))
    throw new DamagedDocumentError(key, `edit ${seq} does not fit its checksum`)
  return { seq, bytes }
}

function sha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(bytes).digest())
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}

function* chunks<T>(rows: readonly T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += ROWS_PER_INSERT)
    yield rows.slice(start, start + ROWS_PER_INSERT)
}
