import type { CommitGraph } from './commit-graph.ts'

/** @internal How the text that two heads have in common is made: a commit's, or merged from two such texts over a third. */
export type BasePlan =
  | { readonly kind: 'commit'; readonly id: string }
  | {
      readonly kind: 'merge'
      /** `null`: the two have nothing in common, so that they are merged over an empty text. */
      readonly base: BasePlan | null
      readonly ours: BasePlan
      readonly theirs: BasePlan
    }

/** Merges that one plan may take. Nobody merges back and forth as often; made-up histories must not take for ever. */
const MAX_MERGES = 64

/** @internal The plan for two heads; `null` when they have no common ancestor. Plans that occur twice are one object. */
export function planMergeBase(graph: CommitGraph, a: string, b: string): BasePlan | null {
  return new Planner(graph).between([a], [b])
}

class Planner {
  readonly #graph: CommitGraph
  readonly #plans = new Map<string, BasePlan>()
  #mergesLeft = MAX_MERGES

  constructor(graph: CommitGraph) {
    this.#graph = graph
  }

  between(ours: readonly string[], theirs: readonly string[]): BasePlan | null {
    const [newest, ...older] = this.#graph.mergeBasesOf(ours, theirs)
    return newest === undefined ? null : this.#mergeAll(newest, older)
  }

  /** The oldest with the next, the result with the one after, each over what the two have in common. */
  #mergeAll(newest: string, older: readonly string[]): BasePlan {
    const key = JSON.stringify([newest, ...older])
    const known = this.#plans.get(key)
    if (known) return known
    const affordable = older.length <= this.#mergesLeft
    const ids = affordable ? [newest, ...older].reverse() : [newest]
    if (affordable) this.#mergesLeft -= older.length
    const plan = ids.slice(1).reduce<BasePlan>(
      (ours, id, place): BasePlan => ({
        kind: 'merge',
        base: this.between(ids.slice(0, place + 1), [id]),
        ours,
        theirs: { kind: 'commit', id },
      }),
      { kind: 'commit', id: ids[0] ?? newest },
    )
    this.#plans.set(key, plan)
    return plan
  }
}
