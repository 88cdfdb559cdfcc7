import type { Blame } from '@incipit/version-control'
import type { ActorRef } from '../accounts/index.ts'
import type { Database } from '../platform/database.ts'
import { createBlameStore } from './blame-store.ts'
import { createBranchStore } from './branch-store.ts'
import { createCommitStore } from './commit-store.ts'
import { createConflictStore } from './conflict-store.ts'
import { createContentStore } from './content-store.ts'
import { createRefStore } from './ref-store.ts'
import type { branches, branchMerges, commits, documentConflicts } from './tables.ts'
import { createTagStore } from './tag-store.ts'

export type CommitRow = typeof commits.$inferSelect
export type BranchRow = typeof branches.$inferSelect
export type MergeRow = typeof branchMerges.$inferSelect
export type ConflictRow = typeof documentConflicts.$inferSelect

/** Names a commit: its id is unique inside its prompt. */
export interface CommitAddress {
  readonly libraryId: string
  readonly promptId: string
  readonly commitId: string
}

/** A commit with everything it is made of, ready to be stored. */
export interface NewCommit {
  readonly row: CommitRow
  readonly content: string
  readonly parents: readonly string[]
  readonly authors: readonly ActorRef[]
  readonly blame: Blame
}

/** Everything the feature keeps. */
export function createVersionStore(db: Database) {
  const commits = createCommitStore(db)
  return {
    ...commits,
    ...createRefStore(db, commits),
    ...createContentStore(),
    ...createBranchStore(db),
    ...createConflictStore(db),
    ...createTagStore(db),
    ...createBlameStore(db),
  }
}

export type VersionStore = ReturnType<typeof createVersionStore>
