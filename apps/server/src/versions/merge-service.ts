import type { VersionScheme } from '@incipit/version-control'
import { z } from 'zod'
import { type Actor, actorRef } from '../accounts/index.ts'
import { authorize, type Caller } from '../libraries/index.ts'
import type { Transaction } from '../platform/database.ts'
import { ConflictError, NotFoundError, ValidationError } from '../platform/errors.ts'
import { parseInput } from '../platform/input.ts'
import { assertLiving, assertNotArchived, headMoved, needsApproval } from './branch-rules.ts'
import { changeTypeInput, commitMessage, commitNote } from './commit-service.ts'
import type { VersionDeps } from './deps.ts'
import type { LiveFollow } from './live-follow.ts'
import { createMergeCommit, type MergeCommitted } from './merge-commit.ts'
import type { MergeReader } from './merge-preview.ts'
import type { LockedForMerge, MergeBranchesSpec, MergedBranches } from './merge-types.ts'
import { createNumbering } from './numbering.ts'
import type { ResolvedRef } from './ref-store.ts'
import type { ResolveService } from './resolve-service.ts'
import type { BranchRow, CommitRow } from './store.ts'

const mergeInput = z.strictObject({ message: commitMessage.nullish(), changeType: changeTypeInput.nullish() })

/** A merge as a person asks for it. */
export interface MergeInput {
  readonly libraryId: string
  readonly branchId: string
  /** Version, hash, tag or branch. */
  readonly from: string
  readonly expectedHead: string | null
  readonly message: string | null
  readonly changeType: string | null
  readonly squash: boolean
  readonly resolve: boolean
}

/** What became of a merge or cherry-pick. */
export interface MergeOutcome {
  readonly branch: BranchRow
  readonly outcome: 'merged' | 'up-to-date' | 'conflicts'
  readonly commit: CommitRow | null
  /** Places where both sides changed the same. */
  readonly conflicts: number
}

/** Merging branches. */
export function createMergeService(
  deps: VersionDeps,
  live: LiveFollow,
  reader: MergeReader,
  resolving: ResolveService,
) {
  const { db, store, prompts, changes, graphs } = deps
  const { schemeOf } = createNumbering(deps)
  const mergeCommit = createMergeCommit(deps, reader)

  async function headOf(q: Transaction | typeof db, branch: BranchRow): Promise<CommitRow | null> {
    if (branch.headCommitId === null) return null
    const [head] = await store.findCommits(q, branch.libraryId, [branch.promptId], [branch.headCommitId])
    return head ?? null
  }

  /** The branch to merge into, and what to merge, as far as a person may merge them without a change request. */
  async function sides(input: MergeInput): Promise<{ target: BranchRow; from: ResolvedRef }> {
    const [target] = await store.findBranches(input.libraryId, [input.branchId])
    if (!target) throw new NotFoundError('The branch')
    assertLiving(target)
    if (needsApproval(target)) {
      throw new ConflictError(
        `Merging into ${target.name} needs approval${target.protected ? ', since it is protected' : ''}. Open a change request instead.`,
      )
    }
    const from = await store.resolveRef(target.libraryId, target.promptId, input.from)
    if (!from) {
      throw ValidationError.of(
        'from',
        `There is no version, commit, tag or branch called "${input.from.slice(0, 100)}" here. Look at the history for its name.`,
      )
    }
    if (from.branch?.id === target.id) {
      throw ValidationError.of(
        'from',
        `${target.name} cannot be merged into itself. Choose another branch or commit.`,
      )
    }
    return { target, from }
  }

  /** Locks a branch and its prompt for a merge into it. @throws ConflictError when it takes none, or its head is not the one seen */
  async function lockTarget(tx: Transaction, target: BranchRow, expectedHead: string | null) {
    const branch = (await store.lockBranch(tx, target.libraryId, target.id))!
    const prompt = await prompts.lockPrompt(tx, target.libraryId, target.promptId)
    assertLiving(branch)
    assertNotArchived(prompt)
    const head = await headOf(tx, branch)
    if (expectedHead !== null && branch.headCommitId !== expectedHead) throw headMoved(branch, head)
    return { branch, prompt, head }
  }

  async function mergeNow(actor: Actor, input: MergeInput, target: BranchRow, from: ResolvedRef) {
    const values = parseInput(mergeInput, { message: input.message, changeType: input.changeType })
    const [scheme, prose] = await Promise.all([schemeOf(target.libraryId), reader.isProse(target.libraryId)])
    return changes.run(target.libraryId, actor, async (tx, note): Promise<MergeCommitted> => {
      const { branch, prompt, head } = await lockTarget(tx, target, input.expectedHead)
      if (needsApproval(branch))
        throw new ConflictError(`${branch.name} was protected meanwhile. Open a change request instead.`)
      const result = await mergeCommit(tx, {
        target: branch,
        prompt,
        fromCommitId: from.commit.id,
        squash: input.squash,
        message: values.message?.trim() ?? `Merge ${from.name} into ${branch.name}`,
        changeType: values.changeType ?? null,
        committer: actorRef(actor),
        scheme,
        prose,
      })
      if (result.outcome === 'merged') {
        note(
          commitNote('branch.merge', prompt, result, head, {
            from: from.name,
            fromCommit: from.commit.id,
            method: input.squash ? 'squash' : 'merge',
          }),
        )
      }
      return result
    })
  }

  async function lockedForMerge(tx: Transaction, spec: MergeBranchesSpec): Promise<LockedForMerge> {
    const { libraryId, sourceBranchId, targetBranchId } = spec
    const rows = await store.lockBranches(tx, libraryId, [sourceBranchId, targetBranchId])
    const source = rows.find((row) => row.id === sourceBranchId)
    const target = rows.find((row) => row.id === targetBranchId)
    if (!source || !target || source.promptId !== target.promptId) throw new NotFoundError('The branch')
    const prompt = await prompts.lockPrompt(tx, libraryId, target.promptId)
    return { source, target, prompt }
  }

  /** In the transaction of a change request's merge. */
  async function mergeLocked(
    tx: Transaction,
    note: Parameters<Parameters<typeof changes.run>[2]>[1],
    actor: Actor,
    spec: MergeBranchesSpec,
    rows: LockedForMerge,
    settings: { readonly scheme: VersionScheme; readonly prose: boolean },
  ): Promise<MergedBranches> {
    const { source, target, prompt } = rows
    await spec.check?.(tx, rows)
    assertLiving(source)
    assertLiving(target)
    assertNotArchived(prompt)
    if (source.headCommitId !== spec.expectedSourceHead) throw headMoved(source, await headOf(tx, source))
    const head = await headOf(tx, target)
    const result = await mergeCommit(tx, {
      ...settings,
      target,
      prompt,
      fromCommitId: spec.expectedSourceHead,
      squash: spec.squash,
      message: spec.message?.trim() || `Merge ${source.name} into ${target.name}`,
      changeType: spec.changeType ?? null,
      committer: actorRef(actor),
    })
    if (result.outcome !== 'merged') return result
    note(
      commitNote('branch.merge', prompt, result, head, {
        from: source.name,
        fromCommit: spec.expectedSourceHead,
        method: spec.squash ? 'squash' : 'merge',
      }),
    )
    await spec.merged?.(tx, note, { commit: result.commit, target: result.branch, source })
    return { outcome: 'merged', commit: result.commit, target: result.branch }
  }

  return {
    mergePreview: reader.mergePreview,
    mergePreviews: reader.mergePreviews,

    /**
     * Merges a branch into another in one transaction, which the caller may add to, then lets the target's live text follow.
     * Whether somebody may merge here, and approvals, are the caller's to check.
     *
     * @throws ConflictError for an archived prompt, a deleted branch, a merge under way, and a source whose head is another now
     */
    async mergeBranches(actor: Actor, spec: MergeBranchesSpec): Promise<MergedBranches> {
      const { libraryId } = spec
      const [scheme, prose] = await Promise.all([schemeOf(libraryId), reader.isProse(libraryId)])
      let promptId: string | null = null
      try {
        const result = await changes.run(libraryId, actor, async (tx, note) => {
          const rows = await lockedForMerge(tx, spec)
          promptId = rows.prompt.id
          return mergeLocked(tx, note, actor, spec, rows, { scheme, prose })
        })
        if (result.outcome === 'merged') await live.headMoved(result.target)
        return result
      } catch (error) {
        // What the caller added may have looked at the history with the commit that now never was.
        if (promptId) graphs.forget(promptId)
        throw error
      }
    },

    /** Merges a commit or branch into a branch, where the rules allow it without a change request. */
    async merge(caller: Caller, input: MergeInput): Promise<MergeOutcome> {
      const actor = await authorize(caller, input.libraryId, 'branch.merge', 'The branch')
      if (input.resolve) await authorize(caller, input.libraryId, 'prompt.edit', 'The branch')
      const { target, from } = await sides(input)
      const result = await mergeNow(actor, input, target, from)
      if (result.outcome === 'merged') {
        await live.headMoved(target)
        return { branch: result.branch, outcome: 'merged', commit: result.commit, conflicts: 0 }
      }
      if (result.outcome === 'up-to-date')
        return { branch: target, outcome: 'up-to-date', commit: null, conflicts: 0 }
      if (!input.resolve)
        return { branch: target, outcome: 'conflicts', commit: null, conflicts: result.conflicts }
      const started = await resolving.start(actor, {
        branch: target,
        expectedHead: input.expectedHead,
        theirsCommitId: from.commit.id,
        theirsName: from.name,
        kind: 'merge',
      })
      return { ...started, outcome: 'conflicts', commit: null }
    },
  }
}
