import type { Queryable, Transaction } from '../platform/database.ts'
import { ConflictError } from '../platform/errors.ts'
import { connection, type PageArgs } from '../platform/paging.ts'
import type { PromptRow } from '../prompts/store.ts'
import { type CatalogueStore, DEEPEST, type DependencyEdge } from './store.ts'

/** Includers that a refusal names. */
const NAMED = 5
/** Prompts that an impact lists. */
export const MOST_REACHED = 500
/** Includes that a map holds: more than a person can look at. */
export const MOST_EDGES = 1000

/** A text would include itself. */
export class IncludeCycleError extends ConflictError {
  /** Key of the prompt whose text closes the cycle. */
  readonly key: string

  constructor(path: readonly string[]) {
    super(
      `These includes would go round in a circle: ${path.join(' → ')}. Remove one of them; a prompt cannot include itself.`,
    )
    this.key = path[0]!
  }
}

/** A part of the dependency map. */
export interface DependencyMap {
  readonly edges: readonly DependencyEdge[]
  /** Whether there are more includes than are told. */
  readonly truncated: boolean
}

/** A prompt that changes when another does. */
export interface Impacted {
  readonly libraryId: string
  readonly promptId: string
  /** 1: it includes the other itself. */
  readonly distance: number
}

export type Dependencies = ReturnType<typeof createDependencies>

/** Which prompt includes which. */
export function createDependencies(store: CatalogueStore) {
  return {
    /** @throws IncludeCycleError when one of the prompts, as they are now, includes itself over others */
    async assertNoCycle(
      tx: Transaction,
      libraryId: string,
      changed: readonly Pick<PromptRow, 'id' | 'key'>[],
    ): Promise<void> {
      const below = await store.includesBelow(
        tx,
        libraryId,
        changed.map(({ id }) => id),
      )
      const included = Map.groupBy(below, ({ from }) => from)
      for (const { key } of changed) {
        const path = pathBack(key, included)
        if (path) throw new IncludeCycleError(path)
      }
    },

    /** Prompts in use that include a key, with the sentence that refuses to take it away from them. */
    async includersOf(q: Queryable, libraryId: string, key: string) {
      const { total, keys } = await store.includersOf(q, libraryId, key, NAMED)
      return {
        total,
        keys,
        sentence: (done: string) =>
          `This prompt is included by ${listed(keys, total)}, and cannot be ${done} before they do without it.`,
      }
    },

    /** Prompts in use that include a prompt, by key. */
    includers({ libraryId, key, id }: PromptRow, args: PageArgs) {
      return connection(args, {
        list: `includers ${id}`,
        descending: false,
        key: ['text'],
        keyOf: (row: PromptRow) => [row.key],
        fetch: (window) => store.includers(libraryId, key, window),
        count: async () => (await store.includerCounts(libraryId, [key])).get(key) ?? 0,
      })
    },

    /** Prompts in use that change when a prompt does: those that include whatever is current of it, and those that include these. */
    async impactOf(
      q: Queryable,
      { libraryId, id, key }: PromptRow,
    ): Promise<{ prompts: Impacted[]; truncated: boolean }> {
      const found = await store.reached(
        q,
        libraryId,
        { promptId: id, key },
        'followers',
        DEEPEST,
        MOST_REACHED + 1,
      )
      return {
        prompts: found
          .slice(0, MOST_REACHED)
          .map((row) => ({ libraryId, promptId: row.id, distance: row.distance })),
        truncated: found.length > MOST_REACHED,
      }
    },

    /** The includes of a library, or those around a prompt: what it reaches and what reaches it within so many steps. */
    async dependencyMap(
      q: Queryable,
      libraryId: string,
      around: { readonly prompt: PromptRow; readonly depth: number } | null,
    ): Promise<DependencyMap> {
      if (!around) return cut(await store.edges(libraryId, null, MOST_EDGES + 1))
      const { prompt, depth } = around
      const start = { promptId: prompt.id, key: prompt.key }
      const steps = Math.min(Math.max(depth, 1), DEEPEST)
      const above = await store.reached(q, libraryId, start, 'includers', steps, MOST_REACHED)
      const below = await store.reached(q, libraryId, start, 'included', steps - 1, MOST_REACHED)
      const upper = new Set(above.map(({ id }) => id))
      const towards = new Set([prompt.key, ...above.map(({ key }) => key)])
      const ids = [prompt.id, ...upper, ...below.map(({ id }) => id)]
      const edges = await store.edges(libraryId, ids, MOST_EDGES + 1)
      // What includes this prompt may include much else, which is not around it.
      return cut(edges.filter((edge) => !upper.has(edge.promptId) || towards.has(edge.includeKey)))
    },
  }
}

function cut(edges: readonly DependencyEdge[]): DependencyMap {
  return { edges: edges.slice(0, MOST_EDGES), truncated: edges.length > MOST_EDGES }
}

/** The keys of a walk over includes from a key back to itself; null where there is none. */
function pathBack(
  key: string,
  included: ReadonlyMap<string, readonly { readonly to: string }[]>,
): string[] | null {
  const cameFrom = new Map<string, string>()
  const waiting = [key]
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    for (const { to } of included.get(at) ?? []) {
      if (to === key) return [...walkTo(at, key, cameFrom), key]
      if (cameFrom.has(to)) continue
      cameFrom.set(to, at)
      waiting.push(to)
    }
  }
  return null
}

function walkTo(end: string, start: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const path = [end]
  for (let at = end; at !== start; path.unshift(at)) at = cameFrom.get(at)!
  return path
}

function listed(keys: readonly string[], total: number): string {
  const more = total - keys.length
  return more > 0 ? `${keys.join(', ')} and ${more} more` : keys.join(', ')
}
