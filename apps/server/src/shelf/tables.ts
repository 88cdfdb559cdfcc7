import { boolean, foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { users } from '../accounts/tables.ts'
import { libraries } from '../libraries/tables.ts'
import { instant } from '../platform/columns.ts'
import { prompts } from '../prompts/tables.ts'

/** Prompts a person marked to find them again. */
export const favourites = pgTable(
  'favourites',
  {
    libraryId: uuid('library_id').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    promptId: uuid('prompt_id').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.libraryId, t.userId, t.promptId] }),
    foreignKey({ columns: [t.libraryId, t.promptId], foreignColumns: [prompts.libraryId, prompts.id] }),
  ],
)

/** When a person last opened a prompt; a bounded number for each person. */
export const openedPrompts = pgTable(
  'opened_prompts',
  {
    libraryId: uuid('library_id').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    promptId: uuid('prompt_id').notNull(),
    openedAt: instant('opened_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.libraryId, t.userId, t.promptId] }),
    index('opened_prompts_recent').on(t.libraryId, t.userId, t.openedAt),
    foreignKey({ columns: [t.libraryId, t.promptId], foreignColumns: [prompts.libraryId, prompts.id] }),
  ],
)

/** What a saved search looks for: text, filters and order, as the address of the list holds them. */
export interface SavedQuery {
  readonly search?: string
  readonly category?: readonly string[]
  readonly status?: readonly string[]
  readonly tags?: readonly string[]
  readonly owner?: readonly string[]
  readonly model?: readonly string[]
  readonly stale?: boolean
  readonly hasOpenChanges?: boolean
  readonly hasErrors?: boolean
  readonly archived?: boolean
  readonly orderBy?: { readonly field: string; readonly direction: 'ASC' | 'DESC' }
}

export const savedSearches = pgTable(
  'saved_searches',
  {
    libraryId: uuid('library_id')
      .notNull()
      .references(() => libraries.libraryId),
    id: uuid('id').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    name: text('name').notNull(),
    query: jsonb('query').$type<SavedQuery>().notNull(),
    /** Whether everybody in the library sees it. */
    shared: boolean('shared').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.libraryId, t.id] }),
    index('saved_searches_user').on(t.libraryId, t.userId, t.name),
  ],
)
