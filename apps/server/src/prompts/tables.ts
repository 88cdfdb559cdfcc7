import { sql } from 'drizzle-orm'
import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { libraries } from '../libraries/tables.ts'
import { instant } from '../platform/columns.ts'

export const prompts = pgTable(
  'prompts',
  {
    libraryId: uuid('library_id')
      .notNull()
      .references(() => libraries.libraryId),
    id: uuid('id').notNull(),
    key: text('key').notNull(),
    name: text('name').notNull(),
    description: text('description').notNull(),
    category: text('category').notNull(),
    subcategory: text('subcategory').notNull(),
    status: text('status').notNull(),
    /** The status an archived prompt had; restored, it is a draft. */
    archivedFrom: text('archived_from'),
    templateLanguage: text('template_language').notNull(),
    owner: text('owner').notNull(),
    authorKind: text('author_kind').notNull(),
    authorId: text('author_id').notNull(),
    authorName: text('author_name').notNull(),
    modifierKind: text('modifier_kind').notNull(),
    modifierId: text('modifier_id').notNull(),
    modifierName: text('modifier_name').notNull(),
    /** Head commit of main, kept beside the prompt so that a list needs no join to find it. */
    headCommitId: text('head_commit_id'),
    /** Latest version number on main. */
    version: text('version'),
    /** The model target that the text on main names. */
    model: text('model'),
    /** Tokens of the text on main for its model; an estimate where the model's tokenizer is not public. */
    tokenCount: integer('token_count'),
    /** Problems of the text on main, seen by itself. */
    errorCount: integer('error_count').notNull().default(0),
    warningCount: integer('warning_count').notNull().default(0),
    /** Inputs the text on main declares; how many of them are described, and have an example or default. */
    inputCount: integer('input_count').notNull().default(0),
    describedInputCount: integer('described_input_count').notNull().default(0),
    exampledInputCount: integer('exampled_input_count').notNull().default(0),
    /** Values of the library's own fields, by the id of the field. */
    customValues: jsonb('custom_values').$type<CustomValues>().notNull().default({}),
    createdAt: instant('created_at').notNull(),
    modifiedAt: instant('modified_at').notNull(),
    archivedAt: instant('archived_at'),
    /** A deleted prompt is missing for everybody; its row keeps the key from being given again. */
    deletedAt: instant('deleted_at'),
  },
  (t) => [
    primaryKey({ columns: [t.libraryId, t.id] }),
    uniqueIndex('prompts_key').on(t.libraryId, t.key),
    index('prompts_modified').on(t.libraryId, t.modifiedAt, t.id),
    index('prompts_created').on(t.libraryId, t.createdAt, t.id),
    index('prompts_name').on(t.libraryId, t.name, t.id),
    index('prompts_category').on(t.libraryId, t.category, t.modifiedAt),
    index('prompts_model').on(t.libraryId, t.model).where(sql`model is not null`),
  ],
)

/** A value of a custom field: of a select, one of its options; of a date, its ISO form. */
export type CustomValues = Readonly<Record<string, string | number | boolean>>

export const tags = pgTable(
  'tags',
  {
    libraryId: uuid('library_id')
      .notNull()
      .references(() => libraries.libraryId),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    category: text('category').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.libraryId, t.id] }), uniqueIndex('tags_name').on(t.libraryId, t.name)],
)

export const promptTags = pgTable(
  'prompt_tags',
  {
    libraryId: uuid('library_id').notNull(),
    promptId: uuid('prompt_id').notNull(),
    tagId: uuid('tag_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.libraryId, t.promptId, t.tagId] }),
    index('prompt_tags_tag').on(t.libraryId, t.tagId, t.promptId),
    foreignKey({ columns: [t.libraryId, t.promptId], foreignColumns: [prompts.libraryId, prompts.id] }),
    foreignKey({ columns: [t.libraryId, t.tagId], foreignColumns: [tags.libraryId, tags.id] }),
  ],
)
