import type { ChangeType, MergeRegion } from '@incipit/version-control'
import type { ChangeNote } from '../audit/index.ts'
import type { Transaction } from '../platform/database.ts'
import type { PromptRow } from '../prompts/store.ts'
import type { BranchRow, CommitRow } from './store.ts'

/** What a merge of one commit into another would give. `base` is the text both come from; empty where there is none. */
export type MergePreview =
  | { readonly kind: 'up-to-date' }
  | { readonly kind: 'clean'; readonly content: string; readonly base: string }
  | {
      readonly kind: 'conflicts'
      readonly regions: readonly MergeRegion[]
      /** How many of the regions are conflicts. */
      readonly conflicts: number
      readonly base: string
    }

/** The rows a merge holds locked: branches first, in the order of their ids, then the prompt. */
export interface LockedForMerge {
  readonly source: BranchRow
  readonly target: BranchRow
  readonly prompt: PromptRow
}

/** A merge of a branch into another, as a change request makes it. */
export interface MergeBranchesSpec {
  readonly libraryId: string
  readonly sourceBranchId: string
  readonly targetBranchId: string
  /** Head of the source that was looked at; another is a ConflictError that carries the head. */
  readonly expectedSourceHead: string
  /** One commit with one parent instead of two parents. */
  readonly squash: boolean
  /** Where absent: "Merge feature/x into main". */
  readonly message?: string | null
  /** Where absent: the strongest of what the contracts say and what the merged commits are. */
  readonly changeType?: ChangeType | null
  /** Called under the locks before anything is done. Throws to refuse; what it reads through `tx` stays true. */
  readonly check?: (tx: Transaction, rows: LockedForMerge) => Promise<void>
  /** Called in the same transaction after the commit was made, to add work and notes of its own. */
  readonly merged?: (
    tx: Transaction,
    note: (change: ChangeNote) => void,
    result: { readonly commit: CommitRow; readonly target: BranchRow; readonly source: BranchRow },
  ) => Promise<void>
}

/** What became of it. Nothing is changed unless it says merged. */
export type MergedBranches =
  | { readonly outcome: 'merged'; readonly commit: CommitRow; readonly target: BranchRow }
  | { readonly outcome: 'up-to-date' }
  | { readonly outcome: 'conflicts'; readonly regions: readonly MergeRegion[]; readonly conflicts: number }
