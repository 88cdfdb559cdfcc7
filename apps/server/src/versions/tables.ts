import type { Blame } from '@incipit/version-control'
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
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
import { bytea, instant } from '../platform/columns.ts'
import { prompts } from '../prompts/tables.ts'

/** Contents by their SHA-256: stored once in a library, never changed. */
export const blobs = pgTable(
  'blobs',
  {
    libraryId: uuid('library_id').notNull(),
    hash: text('hash').notNull(),
    content: text('content').notNull(),
  },
  (t) => [primaryKey({ columns: [t.libraryId, t.hash] })],
)

export const commits = pgTable(
  'commits',
  {
    libraryId: uuid('library_id').notNull(),
    promptId: uuid('prompt_id').notNull(),
    id: text('id').notNull(),
    /** Order of arrival in the prompt, from 1: a stable sort key where instants are equal. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    contentHash: text('content_hash').notNull(),
    message: text('message').notNull(),
    changeType: text('change_type').notNull(),
    version: text('version'),
    /** Whether it was made on main: those are the changes that a library tells of. */
    onMain: boolean('on_main').notNull().default(false),
    committerKind: text('committer_kind').notNull(),
    committerId: text('committer_id').notNull(),
    committerName: text('committer_name').notNull(),
    added: integer('added').notNull(),
    removed: integer('removed').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.libraryId, t.promptId, t.id] }),
    uniqueIndex('commits_seq').on(t.libraryId, t.promptId, t.seq),
    index('commits_recent').on(t.libraryId, t.createdAt, t.promptId, t.seq),
    uniqueIndex('commits_version').on(t.libraryId, t.promptId, t.version),
    foreignKey({ columns: [t.libraryId, t.promptId], foreignColumns: [prompts.libraryId, prompts.id] }),
    foreignKey({ columns: [t.libraryId, t.contentHash], foreignColumns: [blobs.libraryId, blobs.hash] }),
  ],
)

export const commitParents = pgTable(
  'commit_parents',
  {
    libraryId: uuid('library_id').notNull(),
    promptId: uuid('prompt_id').notNull(),
    commitId: text('commit_id').notNull(),
    position: integer('position').notNull(),
    parentId: text('parent_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.libraryId, t.promptId, t.commitId, t.position] }),
    foreignKey({
      columns: [t.libraryId, t.promptId, t.commitId],
      foreignColumns: [commits.libraryId, commits.promptId, commits.id],
    }),
    foreignKey({
      columns: [t.libraryId, t.promptId, t.parentId],
      foreignColumns: [commits.libraryId, commits.promptId, commits.id],
    }),
  ],
)

/** Everybody who wrote something of the snapshot, the committer included. */
export const commitAuthors = pgTable(
  'commit_authors',
  {
    libraryId: uuid('library_id').notNull(),
    promptId: uuid('prompt_id').notNull(),
    commitId: text('commit_id').notNull(),
    position: integer('position').notNull(),
    authorKind: text('author_kind').notNull(),
    authorId: text('author_id').notNull(),
    authorName: text('author_name').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.libraryId, t.promptId, t.commitId, t.position] }),
    foreignKey({
      columns: [t.libraryId, t.promptId, t.commitId],
      foreignColumns: [commits.libraryId, commits.promptId, commits.id],
    }),
  ],
)

/** Who wrote what of a commit's content, computed when it was made from the blame of its parents. */
export const commitBlames = pgTable(
  'commit_blames',
  {
    libraryId: uuid('library_id').notNull(),
    promptId: uuid('prompt_id').notNull(),
    commitId: text('commit_id').notNull(),
    blame: jsonb('blame').$type<Blame>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.libraryId, t.promptId, t.commitId] }),
    foreignKey({
      columns: [t.libraryId, t.promptId, t.commitId],
      foreignColumns: [commits.libraryId, commits.promptId, commits.id],
    }),
  ],
)

/** Names on commits. They are only inserted: a tag never moves. */
export const commitTags = pgTable(
  'commit_tags',
  {
    libraryId: uuid('library_id').notNull(),
    promptId: uuid('prompt_id').notNull(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    note: text('note').notNull(),
    commitId: text('commit_id').notNull(),
    taggerKind: text('tagger_kind').notNull(),
    taggerId: text('tagger_id').notNull(),
    taggerName: text('tagger_name').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.libraryId, t.id] }),
    uniqueIndex('commit_tags_name').on(t.libraryId, t.promptId, t.name),
    index('commit_tags_commit').on(t.libraryId, t.promptId, t.commitId),
    foreignKey({
      columns: [t.libraryId, t.promptId, t.commitId],
      foreignColumns: [commits.libraryId, commits.promptId, commits.id],
    }),
  ],
)

export const branches = pgTable(
  'branches',
  {
    libraryId: uuid('library_id').notNull(),
    promptId: uuid('prompt_id').notNull(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    type: text('type').notNull(),
    headCommitId: text('head_commit_id'),
    /** The commit the live text has taken in last; behind the head for the moment between a merge and its arrival in the text. */
    liveCommitId: text('live_commit_id'),
    /** Where it was opened from; null for main. */
    forkCommitId: text('fork_commit_id'),
    documentId: uuid('document_id').notNull(),
    /** Takes commits by change request only, and cannot be renamed or deleted. */
    protected: boolean('protected').notNull(),
    creatorKind: text('creator_kind').notNull(),
    creatorId: text('creator_id').notNull(),
    creatorName: text('creator_name').notNull(),
    createdAt: instant('created_at').notNull(),
    deletedAt: instant('deleted_at'),
  },
  (t) => [
    primaryKey({ columns: [t.libraryId, t.id] }),
    uniqueIndex('branches_name').on(t.libraryId, t.promptId, t.name).where(sql`deleted_at is null`),
    index('branches_prompt').on(t.libraryId, t.promptId),
    index('branches_document').on(t.libraryId, t.documentId),
    foreignKey({ columns: [t.libraryId, t.promptId], foreignColumns: [prompts.libraryId, prompts.id] }),
  ],
)

/** A merge that people are resolving in the live text of a branch; its next commit gets the second parent. */
export const branchMerges = pgTable(
  'branch_merges',
  {
    libraryId: uuid('library_id').notNull(),
    branchId: uuid('branch_id').notNull(),
    /** The commit that is merged or picked. */
    theirsCommitId: text('theirs_commit_id').notNull(),
    /** What people call it: a branch, a version, a short hash. */
    theirsName: text('theirs_name').notNull(),
    /** merge: the next commit has two parents. pick: one. */
    kind: text('kind').notNull(),
    /**
     * Hashes of blobs: the live text before the merge, and right after it; an abort takes the difference back.
     * Null until the other side has arrived in the live text.
     */
    textBefore: text('text_before'),
    textAfter: text('text_after'),
    starterKind: text('starter_kind').notNull(),
    starterId: text('starter_id').notNull(),
    starterName: text('starter_name').notNull(),
    startedAt: instant('started_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.libraryId, t.branchId] }),
    foreignKey({ columns: [t.libraryId, t.branchId], foreignColumns: [branches.libraryId, branches.id] }),
  ],
)

/** Places in a live text where two changes met and a person has to choose. */
export const documentConflicts = pgTable(
  'document_conflicts',
  {
    libraryId: uuid('library_id').notNull(),
    id: uuid('id').notNull(),
    branchId: uuid('branch_id').notNull(),
    documentId: uuid('document_id').notNull(),
    /** Order in the text when it was found. */
    position: integer('position').notNull(),
    /** Yjs relative positions (first encoding) of where it begins and ends in the live text. */
    start: bytea('start').notNull(),
    end: bytea('end').notNull(),
    base: text('base').notNull(),
    ours: text('ours').notNull(),
    theirs: text('theirs').notNull(),
    /** What people call the other side: a branch, a version. */
    theirsName: text('theirs_name').notNull(),
    /** ours, theirs, both or written; null while nobody has chosen. */
    choice: text('choice'),
    resolverKind: text('resolver_kind'),
    resolverId: text('resolver_id'),
    resolverName: text('resolver_name'),
    resolvedAt: instant('resolved_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.libraryId, t.id] }),
    index('document_conflicts_branch').on(t.libraryId, t.branchId, t.position),
    foreignKey({ columns: [t.libraryId, t.branchId], foreignColumns: [branches.libraryId, branches.id] }),
  ],
)
