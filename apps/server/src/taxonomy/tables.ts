import { sql } from 'drizzle-orm'
import { boolean, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { libraries } from '../libraries/tables.ts'
import { instant } from '../platform/columns.ts'

/** What a library says differently about a category; null keeps what the taxonomy says. */
export const categorySettings = pgTable(
  'category_settings',
  {
    libraryId: uuid('library_id')
      .notNull()
      .references(() => libraries.libraryId),
    category: text('category').notNull(),
    description: text('description'),
    owner: text('owner'),
    reviewRequired: boolean('review_required'),
  },
  (t) => [primaryKey({ columns: [t.libraryId, t.category] })],
)

/** Subcategories that a library added to the usual ones. */
export const subcategories = pgTable(
  'subcategories',
  {
    libraryId: uuid('library_id')
      .notNull()
      .references(() => libraries.libraryId),
    category: text('category').notNull(),
    name: text('name').notNull(),
    description: text('description').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.libraryId, t.category, t.name] })],
)

/** Fields of metadata that a library defines for its prompts. */
export const customFields = pgTable(
  'custom_fields',
  {
    libraryId: uuid('library_id')
      .notNull()
      .references(() => libraries.libraryId),
    id: uuid('id').notNull(),
    /** Its name in YAML and GraphQL. */
    key: text('key').notNull(),
    label: text('label').notNull(),
    /** text, number, boolean, date, select or url. */
    kind: text('kind').notNull(),
    /** What a select offers. */
    options: text('options').array().notNull(),
    required: boolean('required').notNull(),
    description: text('description').notNull(),
    position: integer('position').notNull(),
    createdAt: instant('created_at').notNull(),
    removedAt: instant('removed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.libraryId, t.id] }),
    uniqueIndex('custom_fields_key').on(t.libraryId, t.key).where(sql`removed_at is null`),
  ],
)
