import type { ChangeType, VersionScheme } from '@incipit/version-control'
import type { ActorRef } from '../accounts/index.ts'
import type { Transaction } from '../platform/database.ts'
import type { VersionDeps } from './deps.ts'
import { MAIN } from './main-branch.ts'
import { makeCommit } from './make-commit.ts'
import type { CommitRow } from './store.ts'

/** What a prompt starts from: its text, and the first commit when the text is committed at once. */
export interface PromptStart {
  readonly libraryId: string
  readonly promptId: string
  readonly text: string
  readonly author: ActorRef
  readonly commit: { readonly message: string; readonly changeType: ChangeType } | null
}

export function createStartPrompts({ store, collaboration, clock, newId }: VersionDeps) {
  function firstCommit(scheme: VersionScheme, start: PromptStart) {
    if (!start.commit) return []
    return makeCommit({
      ...start.commit,
      createdAt: clock.now(),
      libraryId: start.libraryId,
      promptId: start.promptId,
      seq: 1,
      content: start.text,
      parents: [],
      authors: [start.author],
      committer: start.author,
      numbering: { scheme, previous: null },
    })
  }

  /**
   * Opens main and its live document for new prompts, and commits their texts where asked: a handful of
   * statements for any number of prompts. The prompt rows must be there already.
   */
  return async function startPrompts(
    tx: Transaction,
    scheme: VersionScheme,
    starts: readonly PromptStart[],
  ): Promise<Map<string, CommitRow>> {
    const branchIds = new Map(starts.map((start) => [start.promptId, newId()]))
    const documentIds = await collaboration.createDocuments(
      tx,
      starts.map(({ libraryId, promptId, text, author, commit }) => ({
        libraryId,
        promptId,
        branchId: branchIds.get(promptId)!,
        text,
        authorId: commit ? null : author.id,
      })),
    )
    const committed = starts.flatMap((start) => firstCommit(scheme, start))
    if (committed.length > 0) await store.insertCommits(tx, committed)
    const heads = new Map(committed.map((commit) => [commit.row.promptId, commit.row]))
    await store.insertBranches(
      tx,
      starts.map(({ libraryId, promptId, author }, index) => ({
        libraryId,
        promptId,
        id: branchIds.get(promptId)!,
        name: MAIN,
        type: 'main',
        headCommitId: heads.get(promptId)?.id ?? null,
        liveCommitId: heads.get(promptId)?.id ?? null,
        forkCommitId: null,
        documentId: documentIds[index]!,
        protected: false,
        creatorKind: author.kind,
        creatorId: author.id,
        creatorName: author.name,
        createdAt: clock.now(),
        deletedAt: null,
      })),
    )
    return heads
  }
}
