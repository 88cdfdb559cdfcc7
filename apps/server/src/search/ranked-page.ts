import type { Window } from '../platform/paging.ts'
import type { Hit, HitOrder, HitStore, OrderColumn, Start } from './hit-store.ts'
import { among, type Narrowing } from './prompt-filter.ts'

/** The order of hits of one rank. */
const NEWEST: HitOrder = { column: 'MODIFIED_AT', descending: true }

type Queries = readonly string[]

/**
 * A page of hits, best first: by rank, and in a rank the last changed first. Queries that find few prompts are answered by
 * the index, all at once; those that find many by walking from the newest prompt on, which fills a page at once, where the
 * index would bring tens of thousands of hits to be sorted. Both give the same answer.
 */
export async function rankedPage(
  store: HitStore,
  narrowing: Narrowing,
  queries: Queries,
  window: Window,
): Promise<Hit[]> {
  const { start, limit } = window
  const from = start && {
    rank: start[0] as number,
    start: { value: start[1] as string, id: start[2] as string },
  }
  if (narrowing.only) return store.amongFew(narrowing, queries, from, window.descending, limit)
  if (window.descending) {
    const order = { ...NEWEST, descending: false, backward: true }
    return store.byIndex(narrowing, ranked(queries), order, from, limit)
  }
  const common = await store.areCommon(narrowing, queries)
  const few = common.includes(true) ? common.indexOf(true) : queries.length
  const hits =
    few > 0 && (from?.rank ?? 0) < few
      ? await store.byIndex(narrowing, ranked(queries).slice(0, few), NEWEST, from, limit)
      : []
  for (let rank = Math.max(few, from?.rank ?? 0); rank < queries.length && hits.length < limit; rank += 1) {
    const begin = from?.rank === rank ? from.start : null
    hits.push(...(await commonHits(store, narrowing, queries, rank, NEWEST, begin, limit - hits.length)))
  }
  return hits
}

/** A page in another order than by rank, of hits of words or of all that fits the filter. */
export async function orderedPage(
  store: HitStore,
  narrowing: Narrowing,
  column: OrderColumn,
  window: Window,
): Promise<Hit[]> {
  const order = { column, descending: window.descending }
  const start = window.start && { value: window.start[0] as string, id: window.start[1] as string }
  const query = narrowing.queries?.at(-1)
  if (query === undefined || narrowing.only) return store.all(narrowing, order, start, window.limit)
  const [isCommon] = await store.areCommon(narrowing, [query])
  if (isCommon) return commonHits(store, narrowing, [query], 0, order, start, window.limit)
  return store.byIndex(narrowing, [{ rank: 0, query }], order, start && { rank: 0, start }, window.limit)
}

/** Prompts that have the words of the phrases, the last changed first, that are read for the phrases themselves. */
const PHRASE_CANDIDATES = 500

/** Narrows to prompts that have the phrases of the search: the index knows words, not their order, so texts are read. */
export async function withPhrases(store: HitStore, narrowing: Narrowing): Promise<Narrowing> {
  const { libraryId, search, queries } = narrowing
  if (!queries || !search || search.phrases.length === 0) return narrowing
  const wanted = { rank: 0, query: queries.at(-1)! }
  const [isCommon] = await store.areCommon(narrowing, [wanted.query])
  // Of what is common, the newest prompts have enough; the index would have to sort all of it.
  const candidates = isCommon
    ? await store.byWalking(narrowing, { ...wanted, but: null }, NEWEST, null, PHRASE_CANDIDATES)
    : await store.byIndex(narrowing, [wanted], NEWEST, null, PHRASE_CANDIDATES)
  const ids = candidates.map(({ id }) => id)
  return among(narrowing, await store.saying(libraryId, ids, search.phrases))
}

/** Walking finds a page of what is common; where it is not, after all, the index does. */
async function commonHits(
  store: HitStore,
  narrowing: Narrowing,
  queries: Queries,
  rank: number,
  order: HitOrder,
  start: Start | null,
  limit: number,
): Promise<Hit[]> {
  const query = queries[rank]!
  const but = queries[rank - 1] ?? null
  const hits = await store.byWalking(narrowing, { rank, query, but }, order, start, limit)
  if (hits.length === limit) return hits
  const all = but ? `(${query}) & !(${but})` : query
  return store.byIndex(narrowing, [{ rank, query: all }], order, start && { rank, start }, limit)
}

function ranked(queries: Queries): { rank: number; query: string }[] {
  return queries.map((query, rank) => ({ rank, query }))
}
