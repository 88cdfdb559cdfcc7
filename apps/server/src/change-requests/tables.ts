import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { libraries } from '../libraries/tables.ts'
import { instant } from '../platform/columns.ts'
import { prompts } from '../prompts/tables.ts'
import { branches } from '../versions/tables.ts'

/** Requests to merge a branch into another. */
export const changeRequests = pgTable(
  'change_requests',
  {
    libraryId: uuid('library_id')
      .notNull()
      .references(() => libraries.libraryId),
    id: uuid('id').notNull(),
    /** Counts up in the library, from 1. */
    number: integer('number').notNull(),
    promptId: uuid('prompt_id').notNull(),
    sourceBranchId: uuid('source_branch_id').notNull(),
    targetBranchId: uuid('target_branch_id').notNull(),
    title: text('title').notNull(),
    /** Markdown, as it was typed. */
    description: text('description').notNull(),
    /** open, merged or closed. */
    status: text('status').notNull(),
    authorKind: text('author_kind').notNull(),
    authorId: text('author_id').notNull(),
    authorName: text('author_name').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** When and by whom it was merged or closed, and the two heads at that moment; null while it is open. */
    endedAt: instant('ended_at'),
    enderKind: text('ender_kind'),
    enderId: text('ender_id'),
    enderName: text('ender_name'),
    sourceCommitId: text('source_commit_id'),
    targetCommitId: text('target_commit_id'),
    mergeCommitId: text('merge_commit_id'),
  },
  (t) => [
    primaryKey({ columns: [t.libraryId, t.id] }),
    uniqueIndex('change_requests_number').on(t.libraryId, t.number),
    // One open request for a source and a target: the rows of branches are locked too, this says it where nobody can forget.
    uniqueIndex('change_requests_open')
      .on(t.libraryId, t.sourceBranchId, t.targetBranchId)
      .where(sql`status = 'open'`),
    index('change_requests_status').on(t.libraryId, t.status, t.updatedAt, t.id),
    index('change_requests_prompt').on(t.libraryId, t.promptId, t.updatedAt, t.id),
    index('change_requests_source').on(t.libraryId, t.sourceBranchId),
    index('change_requests_target').on(t.libraryId, t.targetBranchId),
    foreignKey({ columns: [t.libraryId, t.promptId], foreignColumns: [prompts.libraryId, prompts.id] }),
    foreignKey({
      columns: [t.libraryId, t.sourceBranchId],
      foreignColumns: [branches.libraryId, branches.id],
    }),
    foreignKey({
      columns: [t.libraryId, t.targetBranchId],
      foreignColumns: [branches.libraryId, branches.id],
    }),
  ],
)

/** What reviewers said of a change request. They are only inserted; the newest verdict of a person counts. */
export const changeReviews = pgTable(
  'change_reviews',
  {
    libraryId: uuid('library_id').notNull(),
    id: uuid('id').notNull(),
    changeRequestId: uuid('change_request_id').notNull(),
    /** approve, request-changes or comment. */
    verdict: text('verdict').notNull(),
    body: text('body').notNull(),
    /** The head of the source that was reviewed: another head voids an approval. */
    commitId: text('commit_id').notNull(),
    authorKind: text('author_kind').notNull(),
    authorId: text('author_id').notNull(),
    authorName: text('author_name').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.libraryId, t.id] }),
    index('change_reviews_request').on(t.libraryId, t.changeRequestId, t.createdAt),
    foreignKey({
      columns: [t.libraryId, t.changeRequestId],
      foreignColumns: [changeRequests.libraryId, changeRequests.id],
    }),
  ],
)

/** Comments on a change request, or on a line of it; replies name the comment they answer. */
export const changeComments = pgTable(
  'change_comments',
  {
    libraryId: uuid('library_id').notNull(),
    id: uuid('id').notNull(),
    changeRequestId: uuid('change_request_id').notNull(),
    replyToId: uuid('reply_to_id'),
    /** Markdown, as it was typed. */
    body: text('body').notNull(),
    /** Where it stands: a commit, base or head side, and a line from 1; null for a comment on the whole. */
    commitId: text('commit_id'),
    side: text('side'),
    line: integer('line'),
    /** The line's text when it was written. */
    excerpt: text('excerpt'),
    authorKind: text('author_kind').notNull(),
    authorId: text('author_id').notNull(),
    authorName: text('author_name').notNull(),
    createdAt: instant('created_at').notNull(),
    editedAt: instant('edited_at'),
    resolvedAt: instant('resolved_at'),
    resolverKind: text('resolver_kind'),
    resolverId: text('resolver_id'),
    resolverName: text('resolver_name'),
  },
  (t) => [
    primaryKey({ columns: [t.libraryId, t.id] }),
    index('change_comments_request').on(t.libraryId, t.changeRequestId, t.createdAt),
    foreignKey({
      columns: [t.libraryId, t.changeRequestId],
      foreignColumns: [changeRequests.libraryId, changeRequests.id],
    }),
  ],
)
