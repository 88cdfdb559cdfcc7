import { bigint, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../platform/columns.ts'

/** The end of each library's chain; its row lock puts writers in order. */
export const auditHeads = pgTable('audit_heads', {
  libraryId: uuid('library_id').primaryKey(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  hash: text('hash').notNull(),
})

/** Who did what, when: append-only, each entry holding the hash of the one before. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    libraryId: uuid('library_id').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    at: instant('at').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    action: text('action').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: text('subject_id').notNull(),
    subjectLabel: text('subject_label').notNull(),
    beforeHash: text('before_hash'),
    afterHash: text('after_hash'),
    details: jsonb('details').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.libraryId, t.seq] }),
    index('audit_entries_subject').on(t.libraryId, t.subjectId, t.seq),
    index('audit_entries_action').on(t.libraryId, t.action, t.seq),
    index('audit_entries_actor').on(t.libraryId, t.actorId, t.seq),
  ],
)
