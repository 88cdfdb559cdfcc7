import { foreignKey, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../platform/columns.ts'
import { prompts } from '../prompts/tables.ts'

/** Every move of a prompt from one status to another. */
export const statusChanges = pgTable(
  'status_changes',
  {
    libraryId: uuid('library_id').notNull(),
    promptId: uuid('prompt_id').notNull(),
    id: uuid('id').notNull(),
    from: text('from_status').notNull(),
    to: text('to_status').notNull(),
    reason: text('reason'),
    /** Head of main at that moment. */
    commitId: text('commit_id'),
    moverKind: text('mover_kind').notNull(),
    moverId: text('mover_id').notNull(),
    moverName: text('mover_name').notNull(),
    movedAt: instant('moved_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.libraryId, t.promptId, t.id] }),
    foreignKey({ columns: [t.libraryId, t.promptId], foreignColumns: [prompts.libraryId, prompts.id] }),
  ],
)
