import { CHANGE_TYPES, type ChangeType, contentHash, type VersionScheme } from '@incipit/version-control'
import { z } from 'zod'
import { type ActorRef, actorRef } from '../accounts/index.ts'
import { authorize, type Caller } from '../libraries/index.ts'
import type { Transaction } from '../platform/database.ts'
import { ConflictError, NotFoundError, ValidationError } from '../platform/errors.ts'
import { parseInput, prose } from '../platform/input.ts'
import type { PromptRow } from '../prompts/store.ts'
import {
  assertLiving,
  assertMayCommit,
  assertNotArchived,
  assertWritable,
  headMoved,
  nameOf,
} from './branch-rules.ts'
import { type Committed, createCommitWriter } from './commit-writer.ts'
import type { VersionDeps } from './deps.ts'
import type { LiveFollow } from './live-follow.ts'
import { MAIN } from './main-branch.ts'
import { withCommitter } from './make-commit.ts'
import { createNumbering } from './numbering.ts'
import type { BranchRow, CommitAddress, CommitRow, MergeRow } from './store.ts'

const changeTypeNames = CHANGE_TYPES.map((rule) => rule.type)

export const commitMessage = prose('The message', 5000).refine(
  (text) => text.trim().length > 0,
  'The message is missing. Say in a sentence what changed and why.',
)
export const changeTypeInput = z.enum(changeTypeNames as [ChangeType, ...ChangeType[]])

const commitInput = z.strictObject({ message: commitMessage, changeType: changeTypeInput })

/** A commit of a live text. */
export interface CommitInput {
  readonly libraryId: string
  readonly branchId: string
  readonly expectedHead: string | null
  readonly message: string
  readonly changeType: string
}

/** Committing live texts, and bringing old contents back into them. */
export function createCommitService(deps: VersionDeps, live: LiveFollow) {
  const { db, store, prompts, taxonomy, collaboration, people, changes, graphs, queue } = deps
  const { schemeOf } = createNumbering(deps)
  const writeCommit = createCommitWriter(deps)

  async function livingBranch(libraryId: string, branchId: string): Promise<BranchRow> {
    const [branch] = await store.findBranches(libraryId, [branchId])
    if (!branch) throw new NotFoundError('The branch')
    assertLiving(branch)
    return branch
  }

  async function findMain(q: Transaction | typeof db, libraryId: string, promptId: string) {
    const branches = await store.branchesOf(q, libraryId, [promptId])
    return branches.find((branch) => branch.name === MAIN)!
  }

  /** Everybody whose work a merge under way brings in. */
  async function mergedAuthors(tx: Transaction, branch: BranchRow, merge: MergeRow): Promise<ActorRef[]> {
    const { libraryId, promptId } = branch
    const theirs = merge.theirsCommitId
    const graph = await graphs.graphOf(libraryId, promptId, tx)
    const ids = merge.kind === 'pick' ? [theirs] : [...graph.log(theirs, { exclude: [branch.headCommitId!] })]
    return (await store.authorsAmong(tx, libraryId, promptId, ids)).authors
  }

  function assertChanged(head: CommitRow | null, text: string, merge: MergeRow | null): void {
    // A merge in which people kept everything as it was is a decision of its own.
    if (!head || merge?.kind === 'merge' || head.contentHash !== contentHash(text)) return
    throw ValidationError.of(
      'branchId',
      merge
        ? `Nothing of ${merge.theirsName} was taken over. Take something over, or abort the cherry-pick.`
        : `Nothing changed since ${nameOf(head)}. Edit the text before you commit.`,
    )
  }

  /** Commits the live text. In the branch's queue only. */
  async function commitLive(
    caller: Caller,
    input: CommitInput,
    values: z.output<typeof commitInput>,
    isRuled: boolean,
  ) {
    const actor = caller.actor!
    const { libraryId } = input
    const seen = await live.settle({ libraryId, id: input.branchId })
    const text = await collaboration.read(libraryId, seen.documentId)
    if (text.text.trim() === '') {
      throw ValidationError.of('branchId', 'The document is empty. Write the prompt before you commit it.')
    }
    const scheme = await schemeOf(libraryId)
    const contributors = await people.refs(
      libraryId,
      text.contributors.map((entry) => entry.authorId),
    )
    return changes.run(libraryId, actor, async (tx, note) => {
      const branch = (await store.lockBranch(tx, libraryId, seen.id))!
      const prompt = await prompts.lockPrompt(tx, libraryId, seen.promptId)
      assertLiving(branch)
      const unresolved = await store.countUnresolved(tx, branch)
      if (isRuled) {
        const settings = await taxonomy.categorySettings(tx, libraryId)
        assertMayCommit(branch, prompt, settings, { changeType: values.changeType, unresolved })
      }
      const [head = null] = branch.headCommitId
        ? await store.findCommits(tx, libraryId, [branch.promptId], [branch.headCommitId])
        : []
      // Behind the head: it moved between the look at the live text and now.
      if (branch.headCommitId !== input.expectedHead || branch.liveCommitId !== branch.headCommitId)
        throw headMoved(branch, head)
      const merge = await store.findMerge(tx, branch)
      assertChanged(head, text.text, merge)
      const others = merge ? await mergedAuthors(tx, branch, merge) : []
      const committed = await writeCommit(tx, {
        branch,
        prompt,
        parents: [
          ...(branch.headCommitId ? [branch.headCommitId] : []),
          ...(merge?.kind === 'merge' ? [merge.theirsCommitId] : []),
        ],
        content: text.text,
        authors: withCommitter([...contributors, ...others], actorRef(actor)),
        committer: actorRef(actor),
        message: values.message.trim(),
        changeType: values.changeType,
        scheme,
        isLive: true,
      })
      await store.deleteConflicts(tx, branch)
      if (merge) await store.deleteMerge(tx, branch)
      await collaboration.clearContributors(tx, libraryId, branch.documentId, text.headSeq)
      note(commitNote('commit.create', prompt, committed, head, { merged: merge?.theirsName ?? null }))
      return committed
    })
  }

  return {
    /**
     * Commits the live text of a branch: compare-and-set on the head the writer saw.
     *
     * @param isRuled false for histories that are made up, such as the demo's: the rules of direct commits are not asked
     */
    async commit(caller: Caller, input: CommitInput, isRuled = true): Promise<Committed> {
      await authorize(caller, input.libraryId, 'commit.create', 'The branch')
      const branch = await livingBranch(input.libraryId, input.branchId)
      const values = parseInput(commitInput, { message: input.message, changeType: input.changeType })
      return queue.run(branch.id, () => commitLive(caller, input, values, isRuled))
    },

    /** Commits a given content onto main, as an import does after it brought the live text to it. */
    async commitContent(
      tx: Transaction,
      spec: {
        prompt: PromptRow
        content: string
        message: string
        changeType: ChangeType
        author: ActorRef
        scheme: VersionScheme
      },
    ): Promise<Committed> {
      const { libraryId, id: promptId } = spec.prompt
      const main = await findMain(tx, libraryId, promptId)
      const branch = (await store.lockBranch(tx, libraryId, main.id))!
      const prompt = await prompts.lockPrompt(tx, libraryId, promptId)
      assertWritable(branch, prompt)
      if ((await store.findMerge(tx, branch)) || (await store.countUnresolved(tx, branch)) > 0) {
        throw new ConflictError(
          `Changes meet in the live text of ${branch.name}, and nobody has settled them. Choose what stands there and commit it first.`,
        )
      }
      return writeCommit(tx, {
        branch,
        prompt,
        parents: branch.headCommitId ? [branch.headCommitId] : [],
        content: spec.content,
        authors: [spec.author],
        committer: spec.author,
        message: spec.message,
        changeType: spec.changeType,
        scheme: spec.scheme,
        isLive: true,
      })
    },

    /** Puts an old content into the live document, as an ordinary edit that everyone sees and can undo. */
    async restore(
      caller: Caller,
      address: CommitAddress,
      branchId: string | null = null,
    ): Promise<{ branch: BranchRow; changed: boolean }> {
      const { libraryId, promptId } = address
      const actor = await authorize(caller, libraryId, 'prompt.edit', 'The commit')
      const [commit] = await store.findCommits(db, libraryId, [promptId], [address.commitId])
      if (!commit) throw new NotFoundError('The commit')
      const [prompt] = await prompts.findPrompts(libraryId, [promptId])
      const branch = branchId
        ? await livingBranch(libraryId, branchId)
        : await findMain(db, libraryId, promptId)
      if (branch.promptId !== promptId) throw new NotFoundError('The branch')
      assertNotArchived(prompt!)
      assertWritable(branch, prompt!)
      const content = await store.contentOf(db, libraryId, promptId, commit.id)
      const { before } = await collaboration.revise(libraryId, branch.documentId, actor, (view) =>
        view.text === content ? null : { text: content },
      )
      if (before === content) return { branch, changed: false }
      await changes.run(libraryId, actor, async (_tx, note) =>
        note({
          action: 'document.restore',
          subject: { type: 'document', id: branch.documentId, label: prompt!.key },
          before: { content: contentHash(before) },
          after: { content: commit.contentHash },
          details: {
            prompt: prompt!.key,
            branch: branch.name,
            branchId: branch.id,
            from: nameOf(commit),
          },
          promptId,
        }),
      )
      return { branch, changed: true }
    },
  }
}

/** How the audit log tells of a new commit. */
export function commitNote(
  action: string,
  prompt: PromptRow,
  { commit, branch, authors }: Committed,
  head: Pick<CommitRow, 'id' | 'contentHash'> | null,
  details: Readonly<Record<string, string | number | boolean | null>> = {},
) {
  return {
    action,
    subject: { type: 'commit', id: commit.id, label: `${prompt.key}@${nameOf(commit)}` },
    ...(head ? { before: { head: head.id, content: head.contentHash } } : {}),
    after: { head: commit.id, content: commit.contentHash },
    details: {
      prompt: prompt.key,
      branch: branch.name,
      branchId: branch.id,
      version: commit.version,
      changeType: commit.changeType,
      authors: authors.map((author) => author.name),
      ...details,
    },
    promptId: prompt.id,
  }
}
