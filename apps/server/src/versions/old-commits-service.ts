import { LIMITS } from '@incipit/collaboration'
import { type ChangeType, merge, mergedText } from '@incipit/version-control'
import { type Actor, actorRef } from '../accounts/index.ts'
import { authorize, type Caller } from '../libraries/index.ts'
import type { Transaction } from '../platform/database.ts'
import { ConflictError, NotFoundError, ValidationError } from '../platform/errors.ts'
import { line, parseInput } from '../platform/input.ts'
import type { PromptRow } from '../prompts/store.ts'
import { assertLiving, assertMayCommit, assertNotArchived, headMoved, nameOf } from './branch-rules.ts'
import { commitNote } from './commit-service.ts'
import { type Committed, createCommitWriter } from './commit-writer.ts'
import type { VersionDeps } from './deps.ts'
import type { LiveFollow } from './live-follow.ts'
import { MAIN } from './main-branch.ts'
import { withCommitter } from './make-commit.ts'
import { assertNotMerging } from './merge-commit.ts'
import type { MergeReader } from './merge-preview.ts'
import type { MergeOutcome } from './merge-service.ts'
import { createNumbering } from './numbering.ts'
import type { ResolveService } from './resolve-service.ts'
import type { BranchRow, CommitAddress, CommitRow } from './store.ts'

const reasonInput = line('The reason', 1, 1000)

/** Rows a commit is put on top of. */
interface Locked {
  readonly branch: BranchRow
  readonly prompt: PromptRow
  readonly head: CommitRow | null
}

/** A cherry-pick as a person asks for it. */
export interface PickInput extends CommitAddress {
  readonly branchId: string
  readonly expectedHead: string | null
  readonly resolve: boolean
}

type Picked =
  | ({ readonly outcome: 'merged' } & Committed)
  | { readonly outcome: 'up-to-date' }
  | { readonly outcome: 'conflicts'; readonly conflicts: number }

/** Bringing what old commits hold back, or over to another branch, as new commits. */
export function createOldCommitsService(
  deps: VersionDeps,
  live: LiveFollow,
  reader: MergeReader,
  resolving: ResolveService,
) {
  const { db, store, prompts, taxonomy, changes, graphs } = deps
  const { schemeOf } = createNumbering(deps)
  const writeCommit = createCommitWriter(deps)

  async function findCommit({ libraryId, promptId, commitId }: CommitAddress): Promise<CommitRow> {
    const [commit] = await store.findCommits(db, libraryId, [promptId], [commitId])
    if (!commit) throw new NotFoundError('The commit')
    return commit
  }

  async function lock(tx: Transaction, seen: BranchRow, expectedHead: string | null): Promise<Locked> {
    const branch = (await store.lockBranch(tx, seen.libraryId, seen.id))!
    const prompt = await prompts.lockPrompt(tx, seen.libraryId, seen.promptId)
    assertLiving(branch)
    assertNotArchived(prompt)
    const ids = branch.headCommitId ? [branch.headCommitId] : []
    const [head = null] = await store.findCommits(tx, branch.libraryId, [branch.promptId], ids)
    if (expectedHead !== null && branch.headCommitId !== expectedHead) throw headMoved(branch, head)
    await assertNotMerging(store, tx, branch)
    return { branch, prompt, head }
  }

  /** @throws ConflictError when main never had the commit's content, or is protected; ValidationError when it has it now */
  async function assertMayRollBack(tx: Transaction, { branch, head }: Locked, commit: CommitRow) {
    if (branch.protected) {
      throw new ConflictError(
        `${branch.name} is protected: it takes commits by change request only. Open a branch from ${nameOf(commit)} and a change request.`,
      )
    }
    if (head?.contentHash === commit.contentHash) {
      throw ValidationError.of(
        'commitId',
        `${branch.name} has the content of ${nameOf(commit)} already. Choose another version.`,
      )
    }
    const graph = await graphs.graphOf(branch.libraryId, branch.promptId, tx)
    for (const id of head ? graph.log(head.id, { order: 'first-parent' }) : []) if (id === commit.id) return
    throw new ConflictError(
      `${nameOf(commit)} was never the content of ${branch.name}. Cherry-pick it, or open a branch from it and a change request.`,
    )
  }

  /** The text of a branch with what a commit changed against its first parent. */
  async function pickedText(tx: Transaction, { branch }: Locked, commit: CommitRow, prose: boolean) {
    const { libraryId, promptId, headCommitId } = branch
    const graph = await graphs.graphOf(libraryId, promptId, tx)
    const parent = graph.parentsOf(commit.id)[0] ?? null
    const ids = [headCommitId, parent, commit.id].flatMap((id) => id ?? [])
    const contents = await store.contentsOf(tx, libraryId, [promptId], ids)
    const [base, ours] = [parent, headCommitId].map((id) => (id ? contents.get(id)! : ''))
    return { ours, result: merge(base!, ours!, contents.get(commit.id)!, { prose }) }
  }

  async function pickNow(
    actor: Actor,
    input: PickInput,
    seen: BranchRow,
    commit: CommitRow,
  ): Promise<Picked> {
    const { libraryId, promptId } = input
    const [scheme, prose] = await Promise.all([schemeOf(libraryId), reader.isProse(libraryId)])
    return changes.run(libraryId, actor, async (tx, note): Promise<Picked> => {
      const locked = await lock(tx, seen, input.expectedHead)
      const { branch, prompt, head } = locked
      const changeType = commit.changeType as ChangeType
      assertMayCommit(branch, prompt, await taxonomy.categorySettings(tx, libraryId), { changeType })
      const { ours, result } = await pickedText(tx, locked, commit, prose)
      if (!result.clean) {
        const conflicts = result.regions.filter(({ kind }) => kind === 'conflict').length
        return { outcome: 'conflicts', conflicts }
      }
      const content = mergedText(result, 'ours')
      if (content === ours) return { outcome: 'up-to-date' }
      assertFits(content)
      const { authors } = await store.authorsAmong(tx, libraryId, promptId, [commit.id])
      const committed = await writeCommit(tx, {
        branch,
        prompt,
        parents: branch.headCommitId ? [branch.headCommitId] : [],
        content,
        authors: withCommitter(authors, actorRef(actor)),
        committer: actorRef(actor),
        message: pickMessage(commit),
        changeType,
        scheme,
        isLive: false,
      })
      note(
        commitNote('commit.pick', prompt, committed, head, { from: nameOf(commit), fromCommit: commit.id }),
      )
      return { outcome: 'merged', ...committed }
    })
  }

  return {
    /** Gives main the content of one of its earlier commits again, as a new commit. */
    async rollback(
      caller: Caller,
      address: CommitAddress,
      input: { readonly expectedHead: string | null; readonly reason: string },
    ): Promise<Committed> {
      const { libraryId, promptId } = address
      const actor = await authorize(caller, libraryId, 'commit.rollback', 'The commit')
      const commit = await findCommit(address)
      const reason = parseInput(reasonInput, input.reason)
      const branches = await store.branchesOf(db, libraryId, [promptId])
      const main = branches.find((branch) => branch.name === MAIN)!
      const scheme = await schemeOf(libraryId)
      const committed = await changes.run(libraryId, actor, async (tx, note) => {
        const locked = await lock(tx, main, input.expectedHead)
        await assertMayRollBack(tx, locked, commit)
        const { branch, prompt, head } = locked
        const made = await writeCommit(tx, {
          branch,
          prompt,
          parents: [head!.id],
          content: await store.contentOf(tx, libraryId, promptId, commit.id),
          authors: [actorRef(actor)],
          committer: actorRef(actor),
          message: `Rollback to ${nameOf(commit)}: ${reason}`,
          changeType: 'rollback',
          scheme,
          isLive: false,
        })
        note(commitNote('commit.rollback', prompt, made, head, { to: nameOf(commit), reason }))
        return made
      })
      await live.headMoved(committed.branch)
      return committed
    },

    /** Makes the change of one commit on another branch too, as a new commit. */
    async cherryPick(caller: Caller, input: PickInput): Promise<MergeOutcome> {
      const { libraryId } = input
      const actor = await authorize(caller, libraryId, 'commit.create', 'The commit')
      if (input.resolve) await authorize(caller, libraryId, 'prompt.edit', 'The commit')
      const commit = await findCommit(input)
      const [branch] = await store.findBranches(libraryId, [input.branchId])
      if (!branch || branch.promptId !== input.promptId) throw new NotFoundError('The branch')
      const result = await pickNow(actor, input, branch, commit)
      if (result.outcome === 'merged') {
        await live.headMoved(branch)
        return { branch: result.branch, outcome: 'merged', commit: result.commit, conflicts: 0 }
      }
      if (result.outcome === 'up-to-date')
        return { branch, outcome: 'up-to-date', commit: null, conflicts: 0 }
      if (!input.resolve) return { branch, outcome: 'conflicts', commit: null, conflicts: result.conflicts }
      const started = await resolving.start(actor, {
        branch,
        expectedHead: input.expectedHead,
        theirsCommitId: commit.id,
        theirsName: nameOf(commit),
        kind: 'pick',
      })
      return { ...started, outcome: 'conflicts', commit: null }
    },
  }
}

/** The message of the picked commit, and where it comes from. */
function pickMessage(commit: CommitRow): string {
  return `${commit.message}\n\n(cherry-picked from ${nameOf(commit)})`.slice(0, 6000)
}

function assertFits(content: string): void {
  if (content.length <= LIMITS.textLength) return
  throw new ConflictError(
    `Together the texts would have ${content.length} characters; ${LIMITS.textLength} are possible. Shorten one of them.`,
  )
}
