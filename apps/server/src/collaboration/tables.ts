import {
  bigint,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytea, instant } from '../platform/columns.ts'
import { prompts } from '../prompts/tables.ts'

/** Live documents: a compacted state and the number of the newest stored edit. */
export const documents = pgTable(
  'documents',
  {
    libraryId: uuid('library_id').notNull(),
    id: uuid('id').notNull(),
    promptId: uuid('prompt_id').notNull(),
    branchId: uuid('branch_id').notNull(),
    /** Number of the newest stored edit. Taken under this row's lock, so numbers are dense and in order of commit. */
    headSeq: bigint('head_seq', { mode: 'number' }).notNull(),
    /** The snapshot holds every edit up to this number. */
    snapSeq: bigint('snap_seq', { mode: 'number' }).notNull(),
    snapshot: bytea('snapshot').notNull(),
    snapshotSha256: bytea('snapshot_sha256').notNull(),
    /** Grows when the history of edits is replaced; local copies of an older epoch are void. */
    epoch: integer('epoch').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.libraryId, t.id] }),
    index('documents_prompt').on(t.libraryId, t.promptId),
    foreignKey({ columns: [t.libraryId, t.promptId], foreignColumns: [prompts.libraryId, prompts.id] }),
  ],
)

/** Edits since the snapshot, as Yjs updates in its first encoding. */
export const documentUpdates = pgTable(
  'document_updates',
  {
    libraryId: uuid('library_id').notNull(),
    documentId: uuid('document_id').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    authorId: uuid('author_id').notNull(),
    connectionId: uuid('connection_id'),
    bytes: bytea('bytes').notNull(),
    sha256: bytea('sha256').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.libraryId, t.documentId, t.seq] }),
    foreignKey({
      columns: [t.libraryId, t.documentId],
      foreignColumns: [documents.libraryId, documents.id],
    }).onDelete('cascade'),
  ],
)

/** Who edited since the last commit. Outlives compaction; the commit clears what it took in. */
export const documentContributors = pgTable(
  'document_contributors',
  {
    libraryId: uuid('library_id').notNull(),
    documentId: uuid('document_id').notNull(),
    authorId: uuid('author_id').notNull(),
    firstSeq: bigint('first_seq', { mode: 'number' }).notNull(),
    lastSeq: bigint('last_seq', { mode: 'number' }).notNull(),
    /** Accepted edits. After a commit that took in only a part, at least 1. */
    changes: integer('changes').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.libraryId, t.documentId, t.authorId] }),
    foreignKey({
      columns: [t.libraryId, t.documentId],
      foreignColumns: [documents.libraryId, documents.id],
    }).onDelete('cascade'),
  ],
)

/** Short-lived admissions of programs to one room. Only the SHA-256 of the ticket is stored. */
export const collabTickets = pgTable(
  'collab_tickets',
  {
    libraryId: uuid('library_id').notNull(),
    id: uuid('id').notNull(),
    documentId: uuid('document_id').notNull(),
    hash: bytea('hash').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: uuid('actor_id').notNull(),
    /** The session of a person; null for an API key. */
    sessionId: uuid('session_id'),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.libraryId, t.id] }),
    uniqueIndex('collab_tickets_hash').on(t.hash),
    foreignKey({
      columns: [t.libraryId, t.documentId],
      foreignColumns: [documents.libraryId, documents.id],
    }).onDelete('cascade'),
  ],
)
