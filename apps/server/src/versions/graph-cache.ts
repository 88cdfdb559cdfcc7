import { CommitGraph } from '@incipit/version-control'
import type { Database, Queryable } from '../platform/database.ts'
import type { VersionStore } from './store.ts'

/** Commits kept in memory over all prompts: about 100 bytes each. */
const MOST_COMMITS = 300_000
/** What a history costs besides its commits, in commits. */
const OVERHEAD = 10

/**
 * Histories of prompts in memory. Each question reads only commits that came since the last: one statement for any
 * number of prompts. The prompts asked for longest ago are let go first.
 */
export class GraphCache {
  readonly #db: Database
  readonly #store: Pick<VersionStore, 'graphRows'>
  readonly #mostCommits: number
  /** By prompt, the ones asked for last at the end. */
  readonly #graphs = new Map<string, { readonly graph: CommitGraph; readonly cost: number }>()
  #cost = 0

  constructor(deps: { db: Database; store: Pick<VersionStore, 'graphRows'>; mostCommits?: number }) {
    this.#db = deps.db
    this.#store = deps.store
    this.#mostCommits = deps.mostCommits ?? MOST_COMMITS
  }

  /** Histories in memory. */
  get size(): number {
    return this.#graphs.size
  }

  /** The history of a prompt with every stored commit. Inside a transaction pass it, and do so before it adds commits. */
  async graphOf(libraryId: string, promptId: string, q?: Queryable): Promise<CommitGraph> {
    return (await this.graphsOf(libraryId, [promptId], q)).get(promptId)!
  }

  /** Several of them, by prompt. */
  async graphsOf(
    libraryId: string,
    promptIds: readonly string[],
    q: Queryable = this.#db,
  ): Promise<Map<string, CommitGraph>> {
    if (promptIds.length === 0) return new Map()
    const graphs = new Map(
      promptIds.map((promptId) => [promptId, this.#graphs.get(promptId)?.graph ?? new CommitGraph()]),
    )
    const known = new Map([...graphs].map(([promptId, graph]) => [promptId, graph.lastSeq]))
    const rows = await this.#store.graphRows(q, libraryId, known)
    for (const [promptId, own] of Map.groupBy(rows, (row) => row.promptId)) {
      const graph = graphs.get(promptId)!
      // Somebody else may have read the same commits meanwhile.
      graph.append(own.filter(({ seq }) => seq > graph.lastSeq))
    }
    for (const [promptId, graph] of graphs) this.#keep(promptId, graph)
    return graphs
  }

  /** Forgets a prompt, where a transaction that was not carried out may have shown its commits. */
  forget(promptId: string): void {
    this.#cost -= this.#graphs.get(promptId)?.cost ?? 0
    this.#graphs.delete(promptId)
  }

  #keep(promptId: string, graph: CommitGraph): void {
    const kept = this.#graphs.get(promptId)?.graph
    // Of two that were loaded side by side the longer one stays; both are right.
    const newest = kept && kept.lastSeq > graph.lastSeq ? kept : graph
    this.forget(promptId)
    const cost = newest.size + OVERHEAD
    this.#graphs.set(promptId, { graph: newest, cost })
    this.#cost += cost
    for (const oldest of this.#graphs.keys()) {
      if (this.#cost <= this.#mostCommits || oldest === promptId) return
      this.forget(oldest)
    }
  }
}
