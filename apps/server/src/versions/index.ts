import { createBlameService } from './blame-service.ts'
import { BranchQueue } from './branch-queue.ts'
import { needsApproval } from './branch-rules.ts'
import { createBranchService } from './branch-service.ts'
import { createChangelogService } from './changelog-service.ts'
import { createCommitService } from './commit-service.ts'
import { createCompareService } from './compare-service.ts'
import { createContentCommitService } from './content-commit-service.ts'
import type { GivenVersionDeps, VersionDeps } from './deps.ts'
import { GraphCache } from './graph-cache.ts'
import { createHistoryService } from './history-service.ts'
import { createLibraryChangelog } from './library-changelog.ts'
import { createLiveFollow } from './live-follow.ts'
import { createLogService } from './log-service.ts'
import { createMergeReader } from './merge-preview.ts'
import { createMergeService } from './merge-service.ts'
import { createOldCommitsService } from './old-commits-service.ts'
import { createResolveService } from './resolve-service.ts'
import { createStartPrompts } from './start-prompts.ts'
import { createVersionStore } from './store.ts'
import { createTagService } from './tag-service.ts'

export { isWritable, needsApproval } from './branch-rules.ts'
export { targetAmong } from './branch-service.ts'
export type { Comparison } from './compare-service.ts'
export type { ContractChangeView } from './contract-changes.ts'
export type { Proposal } from './history-service.ts'
export { MAIN } from './main-branch.ts'
export type { MergeOutcome } from './merge-service.ts'
export type { LockedForMerge, MergeBranchesSpec, MergedBranches, MergePreview } from './merge-types.ts'
export { checkedContent, modifiedBy } from './prompt-fields.ts'
export type { ResolvedRef } from './ref-store.ts'
export type { ConflictChoice } from './resolve-service.ts'
export type { BranchRow, CommitAddress, CommitRow, ConflictRow, MergeRow } from './store.ts'
export type { CommitTagRow } from './tag-store.ts'

/**
 * Branches, commits and their numbers. For other features, besides what they show:
 *
 * - `mergePreview(libraryId, promptId, intoCommitId, fromCommitId): Promise<MergePreview>` is cheap to ask again;
 *   `mergePreviews(libraryId, pairs): Promise<MergePreview[]>` asks for several at once.
 * - `mergeBranches(actor, spec: MergeBranchesSpec): Promise<MergedBranches>` merges in one transaction of `changes.run`, which
 *   the caller may add to, then lets the target's live text follow. It refuses (ConflictError) archived prompts, deleted
 *   branches and a target with a merge under way; whether a person may merge, and approvals, are the caller's to check.
 * - `graphOf(libraryId, promptId): Promise<CommitGraph>` and `graphsOf(libraryId, promptIds): Promise<Map<promptId, CommitGraph>>`
 *   hold every stored commit: ahead and behind, merge bases, logs. Read only. Inside a transaction pass it as the last argument.
 * - `targetOf(branch): Promise<BranchRow | null>` is the branch it merges into by its type.
 * - `findBranches` (deleted ones too), `branchesOf` (living ones), `lockBranches(tx, libraryId, ids): Promise<BranchRow[]>`. Whoever
 *   locks several branches locks them with it, in one order, before the prompt and anything else: otherwise two could wait for
 *   each other.
 * - `deleteBranch(tx, note, branch)` deletes a locked branch in the caller's transaction, without asking for a level; afterwards
 *   `closeRooms(branch)` sends people out of its live document.
 * - `needsApproval(branch): boolean`: whether merging into it needs approvals (its type, or protected).
 */
export function createVersions(given: GivenVersionDeps) {
  const store = createVersionStore(given.db)
  const graphs = new GraphCache({ db: given.db, store })
  const deps: VersionDeps = { ...given, store, graphs, queue: new BranchQueue() }
  const reader = createMergeReader(deps)
  const live = createLiveFollow(deps, reader)
  const resolving = createResolveService(deps, live, reader)
  const committing = createCommitService(deps, live)
  return {
    ...createHistoryService(deps, live),
    ...createLogService(deps),
    ...createCompareService(deps),
    ...createBlameService(deps),
    ...createChangelogService(deps),
    ...createTagService(deps),
    ...committing,
    ...createContentCommitService(deps, live, committing),
    ...createLibraryChangelog(deps),
    ...createBranchService(deps),
    ...createMergeService(deps, live, reader, resolving),
    ...createOldCommitsService(deps, live, reader, resolving),
    startPrompts: createStartPrompts(deps),
    ready: live.ready,
    abortMerge: resolving.abort,
    resolveConflict: resolving.resolve,
    needsApproval,
  }
}

export type VersionService = ReturnType<typeof createVersions>
