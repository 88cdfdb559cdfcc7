import type { CommitGraph } from '@incipit/version-control'
import type { ChangeRequestDeps } from './deps.ts'
import type { ChangeRequestWithBranches } from './store.ts'

/** A change request and where its branches stand: now, or as they were when it ended. */
export interface Situation extends ChangeRequestWithBranches {
  readonly head: string | null
  readonly targetHead: string | null
  /** Where they parted. */
  readonly base: string | null
  /** Commits of the source that the target lacks, newest first. */
  readonly ahead: readonly string[]
  /** How many commits of the target the source lacks. */
  readonly behind: number
}

/** Finds out where the branches of change requests stand: a constant number of statements for any number of them. */
export function createSituations({
  db,
  store,
  versions,
}: Pick<ChangeRequestDeps, 'db' | 'store' | 'versions'>) {
  return async function situationsOf(
    libraryId: string,
    ids: readonly string[],
  ): Promise<Map<string, Situation>> {
    const found = await store.withBranches(db, libraryId, ids)
    const graphs = await versions.graphsOf(libraryId, [
      ...new Set(found.map(({ request }) => request.promptId)),
    ])
    return new Map(
      found.map((entry) => [entry.request.id, situationIn(graphs.get(entry.request.promptId)!, entry)]),
    )
  }
}

/** Where the two branches of a change request stand in the history of their prompt. */
export function situationIn(graph: CommitGraph, entry: ChangeRequestWithBranches): Situation {
  const { request, source, target } = entry
  const open = request.status === 'open'
  const head = open ? source.headCommitId : request.sourceCommitId
  const targetHead = open ? target.headCommitId : request.targetCommitId
  if (head === null || targetHead === null) {
    const ahead = head === null ? [] : [...graph.log(head)]
    return { ...entry, head, targetHead, base: null, ahead, behind: 0 }
  }
  return {
    ...entry,
    head,
    targetHead,
    base: graph.mergeBases(head, targetHead)[0] ?? null,
    ahead: [...graph.log(head, { exclude: [targetHead] })],
    behind: graph.aheadBehind(head, targetHead).behind,
  }
}
