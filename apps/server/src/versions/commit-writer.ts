import type { ChangeType, VersionScheme } from '@incipit/version-control'
import type { ActorRef } from '../accounts/index.ts'
import { textFactsOf } from '../catalogue/index.ts'
import type { Transaction } from '../platform/database.ts'
import type { PromptRow } from '../prompts/store.ts'
import type { VersionDeps } from './deps.ts'
import { MAIN } from './main-branch.ts'
import { type CommitText, idOf, makeCommit } from './make-commit.ts'
import { createNumbering } from './numbering.ts'
import { modifiedBy } from './prompt-fields.ts'
import type { BranchRow, CommitRow } from './store.ts'

/** A commit to be put on a branch. */
export interface CommitSpec {
  /** Both locked, the branch first. */
  readonly branch: BranchRow
  readonly prompt: PromptRow
  /** Ids, first parent first. */
  readonly parents: readonly string[]
  readonly content: string
  /** The committer first. */
  readonly authors: readonly ActorRef[]
  readonly committer: ActorRef
  readonly message: string
  readonly changeType: ChangeType
  readonly scheme: VersionScheme
  /** Whether the branch's live text holds the content already, so that it need not follow. */
  readonly isLive: boolean
}

/** The branch with its new head. */
export interface Committed {
  readonly commit: CommitRow
  readonly branch: BranchRow
  readonly authors: readonly ActorRef[]
}

/** The one way a commit gets onto a branch that exists. */
export function createCommitWriter(deps: VersionDeps) {
  const { store, prompts, catalogue, clock } = deps
  const { previousVersion } = createNumbering(deps)

  /** When it was made and its number. Two commits that say the same in one millisecond would be one: the later is made later. */
  async function place(tx: Transaction, prompt: PromptRow, text: Omit<CommitText, 'createdAt'>) {
    for (let at = clock.now().getTime(); ; at += 1) {
      const createdAt = new Date(at)
      const seq = await store.nextSeq(tx, prompt.libraryId, prompt.id, idOf({ ...text, createdAt }))
      if (seq !== null) return { createdAt, seq }
    }
  }

  /** Makes the commit and moves the head, and with main's head what the prompt says of itself. */
  return async function writeCommit(tx: Transaction, spec: CommitSpec): Promise<Committed> {
    const { branch, prompt, committer } = spec
    const { libraryId, promptId } = branch
    const found = await store.blamedContents(tx, libraryId, promptId, spec.parents)
    const parents = spec.parents.map((id) => ({ id, ...found.get(id)! }))
    const { content, authors, message, changeType } = spec
    const text = { content, parents, authors, message, changeType }
    const { createdAt, seq } = await place(tx, prompt, text)
    const commit = makeCommit({
      ...text,
      libraryId,
      promptId,
      createdAt,
      seq,
      committer,
      numbering:
        branch.name === MAIN
          ? { scheme: spec.scheme, previous: await previousVersion(tx, prompt, spec.scheme) }
          : null,
    })
    await store.insertCommits(tx, [commit])
    const moved = await store.updateBranch(tx, branch, {
      headCommitId: commit.row.id,
      ...(spec.isLive && { liveCommitId: commit.row.id }),
    })
    if (branch.name === MAIN) {
      await prompts.updatePrompt(tx, prompt, {
        headCommitId: commit.row.id,
        ...(commit.row.version ? { version: commit.row.version } : {}),
        ...modifiedBy(committer, commit.row.createdAt),
        ...(await textFactsOf(prompt.templateLanguage, commit.content)),
      })
      await catalogue.record(tx, libraryId, [{ prompt, content: commit.content }])
      await catalogue.refreshSearch(tx, libraryId, [promptId])
    }
    return { commit: commit.row, branch: moved, authors }
  }
}
