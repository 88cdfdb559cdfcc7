import { LIMITS } from '@incipit/collaboration'
import { proposeChangeType } from '@incipit/document'
import { type ChangeType, mergeChangeType, type VersionScheme } from '@incipit/version-control'
import type { ActorRef } from '../accounts/index.ts'
import type { Transaction } from '../platform/database.ts'
import { ConflictError } from '../platform/errors.ts'
import type { PromptRow } from '../prompts/store.ts'
import { type Committed, createCommitWriter } from './commit-writer.ts'
import type { VersionDeps } from './deps.ts'
import { withCommitter } from './make-commit.ts'
import type { MergeReader } from './merge-preview.ts'
import type { MergePreview } from './merge-types.ts'
import type { BranchRow, VersionStore } from './store.ts'

/** A commit to be merged into a locked branch. */
export interface MergeCommitSpec {
  readonly target: BranchRow
  readonly prompt: PromptRow
  readonly fromCommitId: string
  readonly squash: boolean
  readonly message: string
  /** Null: the strongest of what the inputs say and what the merged commits are. */
  readonly changeType: ChangeType | null
  readonly committer: ActorRef
  readonly scheme: VersionScheme
  readonly prose: boolean
}

export type MergeCommitted =
  | ({ readonly outcome: 'merged' } & Committed)
  | { readonly outcome: 'up-to-date' }
  | ({ readonly outcome: 'conflicts' } & Omit<Extract<MergePreview, { kind: 'conflicts' }>, 'kind'>)

/** @throws ConflictError while people resolve a merge in the branch's live text */
export async function assertNotMerging(
  store: VersionStore,
  tx: Transaction,
  branch: BranchRow,
): Promise<void> {
  const merge = await store.findMerge(tx, branch)
  if (!merge) return
  throw new ConflictError(
    `A merge of ${merge.theirsName} into ${branch.name} is under way. Resolve and commit it, or abort it, first.`,
  )
}

/** Merges one commit into a branch, without a look at who asks. */
export function createMergeCommit(deps: VersionDeps, reader: MergeReader) {
  const { store, graphs } = deps
  const writeCommit = createCommitWriter(deps)

  /**
   * The commit that a clean merge makes; never a fast-forward. Nothing is changed where it is not clean.
   *
   * @throws ConflictError while a merge into the branch is under way, or when the texts together are too long
   */
  return async function mergeCommit(tx: Transaction, spec: MergeCommitSpec): Promise<MergeCommitted> {
    const { target, prompt, fromCommitId, committer } = spec
    const { libraryId, promptId, headCommitId } = target
    if (headCommitId === null) {
      throw new ConflictError(
        `${target.name} has no commit to merge into yet. Commit its first version first.`,
      )
    }
    await assertNotMerging(store, tx, target)
    const graph = await graphs.graphOf(libraryId, promptId, tx)
    const pair = { libraryId, promptId, into: headCommitId, from: fromCommitId }
    const preview = await reader.previewIn(tx, graph, pair, spec.prose)
    if (preview.kind === 'up-to-date') return { outcome: 'up-to-date' }
    if (preview.kind === 'conflicts') {
      const { regions, conflicts, base } = preview
      return { outcome: 'conflicts', regions, conflicts, base }
    }
    if (preview.content.length > LIMITS.textLength) throw tooLong(target, preview.content.length)
    const merged = [...graph.log(fromCommitId, { exclude: [headCommitId] })]
    const { authors, changeTypes } = await store.authorsAmong(tx, libraryId, promptId, merged)
    const before = await store.contentOf(tx, libraryId, promptId, headCommitId)
    const proposed = proposeChangeType(before, preview.content).changeType
    const committed = await writeCommit(tx, {
      branch: target,
      prompt,
      parents: spec.squash ? [headCommitId] : [headCommitId, fromCommitId],
      content: preview.content,
      authors: withCommitter(authors, committer),
      committer,
      message: spec.message,
      changeType: spec.changeType ?? mergeChangeType(proposed, changeTypes),
      scheme: spec.scheme,
      isLive: false,
    })
    return { outcome: 'merged', ...committed }
  }
}

function tooLong(target: BranchRow, length: number): ConflictError {
  return new ConflictError(
    `Merged into ${target.name} the text would have ${length} characters; ${LIMITS.textLength} are possible. Shorten one of the sides.`,
  )
}
