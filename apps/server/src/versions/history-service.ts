import { proposeChangeType } from '@incipit/document'
import {
  CHANGE_TYPES,
  type ChangeType,
  mergeChangeType,
  nextVersion,
  type VersionScheme,
} from '@incipit/version-control'
import type { ActorRef } from '../accounts/index.ts'
import type { Queryable } from '../platform/database.ts'
import type { PromptRow } from '../prompts/store.ts'
import { type ContractChangeView, contractChanges } from './contract-changes.ts'
import type { VersionDeps } from './deps.ts'
import type { LiveFollow } from './live-follow.ts'
import { MAIN } from './main-branch.ts'
import { createNumbering } from './numbering.ts'
import type { BranchRow, CommitRow, MergeRow } from './store.ts'

const changeTypeNames = CHANGE_TYPES.map((rule) => rule.type)

/** What a commit of the live text would be. */
export interface Proposal {
  readonly branch: BranchRow
  readonly content: string
  readonly baseContent: string
  readonly changed: boolean
  readonly changeType: ChangeType
  readonly version: string | null
  readonly nextVersions: readonly { readonly changeType: ChangeType; readonly version: string | null }[]
  readonly reasons: readonly string[]
  readonly contractChanges: readonly ContractChangeView[]
  readonly contributors: readonly ActorRef[]
  /** What the commit would be made on: two while a merge is being resolved. */
  readonly parents: readonly CommitRow[]
  /** Conflicts that nobody has settled. */
  readonly unresolved: number
}

/** Reading commits, and what the live text would become. */
export function createHistoryService(deps: VersionDeps, live: LiveFollow) {
  const { db, store, prompts, collaboration, people, clock, graphs } = deps
  const { schemeOf, previousVersion } = createNumbering(deps)

  const today = () => clock.now().toISOString().slice(0, 10)

  /** Change types of the commits that a merge under way brings. */
  async function mergedTypes(branch: BranchRow, merge: MergeRow | null): Promise<ChangeType[]> {
    if (!merge || branch.headCommitId === null) return []
    const { libraryId, promptId } = branch
    const theirs = merge.theirsCommitId
    const graph = await graphs.graphOf(libraryId, promptId)
    const ids = merge.kind === 'pick' ? [theirs] : [...graph.log(theirs, { exclude: [branch.headCommitId] })]
    return (await store.authorsAmong(db, libraryId, promptId, ids)).changeTypes
  }

  async function parentsOfNext(branch: BranchRow, merge: MergeRow | null): Promise<CommitRow[]> {
    const second = merge?.kind === 'merge' ? merge.theirsCommitId : null
    const ids = [branch.headCommitId, second].flatMap((id) => id ?? [])
    if (ids.length === 0) return []
    const rows = await store.findCommits(db, branch.libraryId, [branch.promptId], ids)
    return ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
  }

  /** The number each change type would take as the next commit of a branch: none but on main, and in the hash scheme. */
  async function numbersFor(
    branch: BranchRow,
    prompt: PromptRow,
    scheme: VersionScheme,
  ): Promise<Proposal['nextVersions']> {
    if (branch.name !== MAIN || scheme === 'hash') {
      return changeTypeNames.map((changeType) => ({ changeType, version: null }))
    }
    const previous = await previousVersion(db, prompt, scheme)
    return changeTypeNames.map((changeType) => ({
      changeType,
      version: nextVersion(scheme, { previous, changeType, date: today(), commitId: '0'.repeat(64) }),
    }))
  }

  return {
    /** The number each change type would take on branches, by branch. */
    async nextVersions(
      libraryId: string,
      branchIds: readonly string[],
    ): Promise<Map<string, Proposal['nextVersions']>> {
      const branches = await store.findBranches(libraryId, branchIds)
      const [rows, scheme] = await Promise.all([
        prompts.findPrompts(
          libraryId,
          branches.map(({ promptId }) => promptId),
        ),
        schemeOf(libraryId),
      ])
      const promptOf = new Map(rows.map((prompt) => [prompt.id, prompt]))
      return new Map(
        await Promise.all(
          branches.map(
            async (branch) =>
              [branch.id, await numbersFor(branch, promptOf.get(branch.promptId)!, scheme)] as const,
          ),
        ),
      )
    },

    /** What a commit of the branch's live text would be: type, number, and why. */
    async proposal(seen: BranchRow): Promise<Proposal> {
      const branch = await live.ready(seen)
      const { libraryId, promptId } = branch
      const [text, baseContent, [prompt], scheme, merge, unresolved] = await Promise.all([
        collaboration.read(libraryId, branch.documentId),
        store.contentOf(db, libraryId, promptId, branch.headCommitId),
        prompts.findPrompts(libraryId, [promptId]),
        schemeOf(libraryId),
        store.findMerge(db, branch),
        store.countUnresolved(db, branch),
      ])
      const base = branch.headCommitId === null ? null : baseContent
      const { changeType: own, reasons } = proposeChangeType(base, text.text)
      const changeType = mergeChangeType(own, await mergedTypes(branch, merge))
      const nextVersions = await numbersFor(branch, prompt!, scheme)
      return {
        branch,
        content: text.text,
        baseContent,
        changed: base === null ? text.text.trim() !== '' : text.text !== base || merge?.kind === 'merge',
        changeType,
        version: nextVersions.find((next) => next.changeType === changeType)?.version ?? null,
        nextVersions,
        reasons:
          changeType === own ? reasons : [...reasons, `it brings a ${changeType} from ${merge!.theirsName}`],
        contractChanges: contractChanges(baseContent, text.text),
        contributors: await people.refs(
          libraryId,
          text.contributors.map((entry) => entry.authorId),
        ),
        parents: await parentsOfNext(branch, merge),
        unresolved,
      }
    },

    graphOf: (libraryId: string, promptId: string, q?: Queryable) => graphs.graphOf(libraryId, promptId, q),
    graphsOf: (libraryId: string, promptIds: readonly string[], q?: Queryable) =>
      graphs.graphsOf(libraryId, promptIds, q),
    mergesOf: store.mergesOf,
    conflictsOf: (libraryId: string, branchIds: readonly string[]) =>
      store.conflictsOf(db, libraryId, branchIds),
    findConflict: (libraryId: string, id: string) => store.findConflict(db, libraryId, id),
    findBranches: store.findBranches,
    branchesOf: (libraryId: string, promptIds: readonly string[]) =>
      store.branchesOf(db, libraryId, promptIds),
    branchOfDocument: store.branchOfDocument,
    findCommits: (libraryId: string, promptIds: readonly string[], ids: readonly string[]) =>
      store.findCommits(db, libraryId, promptIds, ids),
    contents: (libraryId: string, hashes: readonly string[]) => store.contents(db, libraryId, hashes),
    heldContents: store.heldContents,
    parentsOf: store.parentsOf,
    authorsOf: store.authorsOf,
  }
}
