import type { CommitGraph } from '@incipit/version-control'
import { NotFoundError, ValidationError } from '../platform/errors.ts'
import { connection, type PageArgs, type Window } from '../platform/paging.ts'
import type { PromptRow } from '../prompts/store.ts'
import type { VersionDeps } from './deps.ts'
import { firstOf } from './first-of.ts'
import { MAIN } from './main-branch.ts'
import type { BranchRow, CommitRow } from './store.ts'

/** Which commits a log shows. */
export interface LogSpec {
  /** Living branches of the prompt. */
  readonly branches: readonly BranchRow[]
  /** Name of the branch; null for main. */
  readonly branch: string | null
  /** Every branch instead of one. */
  readonly all: boolean
  readonly order: LogOrder
}

export const LOG_ORDERS = ['full', 'first-parent'] as const
export type LogOrder = (typeof LOG_ORDERS)[number]

/** Lengths of logs that are remembered. */
const MOST_COUNTS = 2000

/** Versions told at once. */
export const MOST_VERSIONS = 20
/** What version numbers of every scheme are made of. */
const OF_VERSIONS = /^[0-9A-Za-z.-]{0,100}$/

/** Lists of commits. The history is walked in memory; only the rows of the page are read. */
export function createLogService({ db, store, graphs }: Pick<VersionDeps, 'db' | 'store' | 'graphs'>) {
  /** What a head reaches never changes, so that a log's length can be remembered by its heads. */
  const counts = new Map<string, number>()

  function lengthOf(graph: CommitGraph, heads: readonly string[], order: LogOrder): number {
    const key = [order, ...heads].join(' ')
    let count = counts.get(key) ?? 0
    if (count === 0) for (const _ of graph.log(heads, { order })) count += 1
    counts.delete(key)
    counts.set(key, count)
    for (const oldest of counts.keys()) if (counts.size > MOST_COUNTS) counts.delete(oldest)
    return count
  }

  return {
    /**
     * Commits newest first, by arrival. Commits that only a deleted branch has are not among them.
     *
     * @throws NotFoundError for an unknown branch, ValidationError for one together with `all`
     */
    async commits(prompt: PromptRow, args: PageArgs, spec: LogSpec) {
      const { libraryId, id: promptId } = prompt
      const { order } = spec
      const { name, heads } = headsOf(spec)
      const graph = await graphs.graphOf(libraryId, promptId)
      return connection(args, {
        list: ['commits', promptId, name, order].join(' '),
        descending: true,
        key: ['number'],
        keyOf: (row: CommitRow) => [row.seq],
        async fetch(window) {
          const ids = idsOf(graph, heads, order, window)
          const rows = new Map(
            (await store.findCommits(db, libraryId, [promptId], ids)).map((row) => [row.id, row]),
          )
          return ids.flatMap((id) => rows.get(id) ?? [])
        },
        count: async () => lengthOf(graph, heads, order),
      })
    },

    /** Commits whose version number begins so, newest first, at most `MOST_VERSIONS`. */
    async versions({ libraryId, id }: PromptRow, startsWith: string): Promise<CommitRow[]> {
      if (!OF_VERSIONS.test(startsWith)) return []
      return store.numberedCommits(libraryId, id, startsWith, MOST_VERSIONS)
    },
  }
}

/** Where a log begins, each head once, and what tells it from other logs. */
function headsOf({ branches, branch, all }: LogSpec): { name: string; heads: string[] } {
  if (all && branch !== null) {
    throw ValidationError.of('all', 'A log is of one branch or of all. Leave branch or all away.')
  }
  const shown = all ? branches : branches.filter(({ name }) => name === (branch ?? MAIN))
  if (shown.length === 0) throw new NotFoundError('The branch')
  const heads = new Set(shown.flatMap(({ headCommitId }) => headCommitId ?? []))
  return { name: all ? 'all' : shown[0]!.id, heads: [...heads].sort() }
}

/** Ids of a page: from the newest down, or from the oldest up. */
function idsOf(
  graph: CommitGraph,
  heads: readonly string[],
  order: LogOrder,
  { start, descending, limit }: Window,
): string[] {
  const edge = start?.[0] as number | undefined
  if (descending) {
    const before = edge ?? Number.POSITIVE_INFINITY
    return firstOf(graph.log(heads, { order, before }), limit)
  }
  const newer: string[] = []
  for (const id of graph.log(heads, { order })) {
    if (edge !== undefined && graph.seqOf(id) <= edge) break
    newer.push(id)
  }
  return newer.slice(-limit).reverse()
}
