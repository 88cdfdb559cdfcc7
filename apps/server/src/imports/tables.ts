import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { libraries } from '../libraries/tables.ts'
import { instant } from '../platform/columns.ts'
import type { AlikeRow } from './alike.ts'
import type { RowProblem } from './plan-row.ts'

export const imports = pgTable(
  'imports',
  {
    libraryId: uuid('library_id')
      .notNull()
      .references(() => libraries.libraryId),
    id: uuid('id').notNull(),
    fileName: text('file_name').notNull(),
    state: text('state').notNull(),
    /** Characters uploaded so far. */
    size: integer('size').notNull(),
    columns: text('columns').array().notNull(),
    crlfReplaced: integer('crlf_replaced').notNull(),
    total: integer('total').notNull(),
    processed: integer('processed').notNull(),
    createdCount: integer('created_count').notNull(),
    updatedCount: integer('updated_count').notNull(),
    skippedCount: integer('skipped_count').notNull(),
    failedCount: integer('failed_count').notNull(),
    dryRun: boolean('dry_run').notNull(),
    rowErrors: jsonb('row_errors').$type<readonly RowProblem[]>().notNull(),
    /** New rows that are nearly what is there already. */
    alikeCount: integer('alike_count').notNull().default(0),
    alikeRows: jsonb('alike_rows').$type<readonly AlikeRow[]>().notNull().default([]),
    message: text('message'),
    createdByKind: text('created_by_kind').notNull(),
    createdById: text('created_by_id').notNull(),
    createdAt: instant('created_at').notNull(),
    /** Last sign of life: an import that runs and is silent for long was cut off. */
    touchedAt: instant('touched_at').notNull(),
    finishedAt: instant('finished_at'),
  },
  (t) => [primaryKey({ columns: [t.libraryId, t.id] })],
)

/** The uploaded file in pieces; removed when the import is done. */
export const importChunks = pgTable(
  'import_chunks',
  {
    libraryId: uuid('library_id').notNull(),
    importId: uuid('import_id').notNull(),
    offset: integer('offset').notNull(),
    /** The piece as a JSON string: a piece may hold NUL or end between the halves of a character pair, and plain text may not. */
    text: text('text').notNull(),
  },
  (t) => [primaryKey({ columns: [t.libraryId, t.importId, t.offset] })],
)
