import { mergeBaseCommits, mergeBaseContent } from '@incipit/version-control'
import { SYSTEM } from '../accounts/index.ts'
import { type ChangeEvent, promptTopic } from '../audit/index.ts'
import type { Transaction } from '../platform/database.ts'
import { nameOf } from './branch-rules.ts'
import type { VersionDeps } from './deps.ts'
import { type Arrived, createLiveMerge } from './live-merge.ts'
import type { MergeReader } from './merge-preview.ts'
import { storeMergeTexts } from './merge-texts.ts'
import type { BranchRow, CommitRow, MergeRow } from './store.ts'

/** Rounds in which a live text follows a head that keeps moving; the next occasion goes on. */
const MOST_ROUNDS = 100

export type LiveFollow = ReturnType<typeof createLiveFollow>

/** Keeps live texts with the heads of their branches. */
export function createLiveFollow(deps: VersionDeps, { isProse }: Pick<MergeReader, 'isProse'>) {
  const { db, store, collaboration, changes, clock, newId, bus, graphs, queue, logger } = deps
  const mergeIntoLive = createLiveMerge({ db, store, collaboration, newId })

  /** Those who look at the branch look again. Nothing was decided, so that there is nothing for the audit log. */
  function announce(branch: BranchRow, by: CommitRow): void {
    const event: ChangeEvent = {
      id: `${branch.libraryId}.${branch.id}.${by.id}`,
      libraryId: branch.libraryId,
      action: 'branch.follow',
      at: clock.now().toISOString(),
      actor: { kind: by.committerKind as 'user', id: by.committerId, name: by.committerName },
      subject: { type: 'branch', id: branch.id, label: branch.name },
      promptId: branch.promptId,
      details: { branchId: branch.id, branch: branch.name },
    }
    bus.publish(promptTopic(branch.promptId), event)
  }

  /** Stores what an arrival left for people to settle, and says so in the audit log. */
  async function keep(
    branch: BranchRow,
    theirsName: string,
    arrived: Arrived,
    also: (tx: Transaction) => Promise<boolean>,
  ): Promise<boolean> {
    return changes.run(branch.libraryId, SYSTEM, async (tx, note) => {
      if (!(await also(tx))) return false
      await store.deleteConflicts(tx, branch, arrived.superseded)
      await store.insertConflicts(tx, arrived.conflicts)
      if (arrived.conflicts.length > 0) {
        note({
          action: 'conflict.open',
          subject: { type: 'branch', id: branch.id, label: branch.name },
          details: {
            branch: branch.name,
            branchId: branch.id,
            from: theirsName,
            conflicts: arrived.conflicts.length,
          },
          promptId: branch.promptId,
        })
      }
      return true
    })
  }

  /** One step towards the head. Whoever finds that another process took it, leaves it at that. */
  async function step(branch: BranchRow, headId: string): Promise<void> {
    const { libraryId, promptId, liveCommitId } = branch
    const wanted = liveCommitId ? [liveCommitId, headId] : [headId]
    const [contents, [head], prose] = await Promise.all([
      store.contentsOf(db, libraryId, [promptId], wanted),
      store.findCommits(db, libraryId, [promptId], [headId]),
      isProse(libraryId),
    ])
    const theirsName = `${branch.name} ${nameOf(head!)}`
    const arrived = await mergeIntoLive(branch, {
      base: liveCommitId ? contents.get(liveCommitId)! : '',
      theirs: contents.get(headId)!,
      theirsName,
      authorId: head!.committerId,
      prose,
      at: clock.now(),
    })
    const kept = await keep(branch, theirsName, arrived, async (tx) => {
      const present = await store.lockBranch(tx, libraryId, branch.id)
      if (present?.liveCommitId !== liveCommitId) return false
      await store.updateBranch(tx, branch, { liveCommitId: headId })
      return true
    })
    if (kept && arrived.conflicts.length === 0) announce(branch, head!)
  }

  async function present(branch: Pick<BranchRow, 'libraryId' | 'id'>): Promise<BranchRow> {
    const [row] = await store.findBranches(branch.libraryId, [branch.id])
    return row!
  }

  /** Brings the live text up to the head. In the branch's queue only. */
  async function follow(branch: Pick<BranchRow, 'libraryId' | 'id'>): Promise<BranchRow> {
    let row = await present(branch)
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      if (row.headCommitId === null || row.liveCommitId === row.headCommitId) return row
      await step(row, row.headCommitId)
      row = await present(branch)
    }
    return row
  }

  /** The text the picked or merged commit and the head come from. */
  async function baseOf(branch: BranchRow, row: MergeRow): Promise<string> {
    const { libraryId, promptId } = branch
    const graph = await graphs.graphOf(libraryId, promptId)
    const theirs = row.theirsCommitId
    const ids =
      row.kind === 'pick'
        ? graph.parentsOf(theirs).slice(0, 1)
        : mergeBaseCommits(graph, branch.headCommitId!, theirs)
    const contents = await store.contentsOf(db, libraryId, [promptId], ids)
    if (row.kind === 'pick') return contents.get(ids[0] ?? '') ?? ''
    return mergeBaseContent(graph, branch.headCommitId!, theirs, (id) => contents.get(id)!) ?? ''
  }

  /** Lets the other side of a merge under way arrive in the live text. In the branch's queue only. */
  async function arrive(branch: BranchRow, row: MergeRow): Promise<void> {
    const { libraryId, promptId } = branch
    const [base, contents, prose] = await Promise.all([
      baseOf(branch, row),
      store.contentsOf(db, libraryId, [promptId], [row.theirsCommitId]),
      isProse(libraryId),
    ])
    const arrived = await mergeIntoLive(branch, {
      base,
      theirs: contents.get(row.theirsCommitId)!,
      theirsName: row.theirsName,
      authorId: row.starterId,
      prose,
      at: clock.now(),
    })
    await keep(branch, row.theirsName, arrived, async (tx) => {
      await store.lockBranch(tx, libraryId, branch.id)
      const found = await store.findMerge(tx, branch)
      if (!found || found.textAfter !== null) return false
      await storeMergeTexts(store, tx, branch, arrived.revised)
      return true
    })
  }

  /**
   * Heals what an end of the process may have left between a decision and its arrival in the live text: afterwards the live text
   * has taken in the head, and the merge under way if there is one. In the branch's queue only.
   */
  async function settle(branch: Pick<BranchRow, 'libraryId' | 'id'>): Promise<BranchRow> {
    const row = await follow(branch)
    const merge = await store.findMerge(db, row)
    if (merge && merge.textAfter === null) await arrive(row, merge)
    return row
  }

  return {
    follow,
    settle,

    /** After a head moved. A failure is logged: the next who commits, merges or looks at the proposal heals it. */
    async headMoved(branch: Pick<BranchRow, 'libraryId' | 'id'>): Promise<void> {
      try {
        await queue.run(branch.id, () => follow(branch))
      } catch (error) {
        logger.error(
          { err: error, branchId: branch.id },
          'a live text could not follow the head of its branch',
        )
      }
    },

    /** Before somebody reads the live text as what will be committed. */
    async ready(branch: BranchRow): Promise<BranchRow> {
      const isBehind = branch.deletedAt === null && branch.liveCommitId !== branch.headCommitId
      return isBehind ? queue.run(branch.id, () => settle(branch)) : branch
    },
  }
}
