import type { ParsedSearch } from '@incipit/library'
import type { LibraryRow } from '../libraries/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import { type Connection, connection, type PageArgs, type Window } from '../platform/paging.ts'
import type { PromptRow } from '../prompts/index.ts'
import { createCorrection } from './correction.ts'
import { type Counted, createCountStore, type FacetCount, type FacetCounts } from './count-store.ts'
import { createHitStore, type Hit, type OrderColumn } from './hit-store.ts'
import { createMatches, type SearchMatch } from './matches.ts'
import { checkedFilter, type Narrowing, narrowing, type PromptFilter } from './prompt-filter.ts'
import { orderedPage, rankedPage, withPhrases } from './ranked-page.ts'

const DAY = 24 * 60 * 60 * 1000

/** What prompts can be sorted by; RELEVANCE by how well they fit a search, for which there is one direction. */
export type PromptOrderField = 'RELEVANCE' | OrderColumn

export interface PromptOrder {
  readonly field: PromptOrderField
  readonly direction: 'ASC' | 'DESC'
}

/** A page of prompts, and what is told of the search that found them. */
export interface PromptPage extends Connection<PromptRow> {
  /** What was searched for instead, where no prompt has the words that were typed. */
  readonly correctedTo: string | null
  readonly counted: () => Promise<Counted>
  /** Where the search hit the prompts of the page, by prompt. */
  readonly matches: () => Promise<ReadonlyMap<string, readonly SearchMatch[]>>
}

export interface PromptFacets extends FacetCounts {
  readonly tags: readonly FacetCount[]
  readonly correctedTo: string | null
}

export interface SearchDeps {
  readonly db: Database
  readonly findPrompts: (libraryId: string, ids: readonly string[]) => Promise<PromptRow[]>
  readonly clock: Clock
}

type Searched = Pick<LibraryRow, 'libraryId' | 'staleAfterDays'>

/** Finds prompts: by words, by filters, page by page, with counts for narrowing. */
export function createSearch({ db, findPrompts, clock }: SearchDeps) {
  const hitStore = createHitStore(db)
  const countStore = createCountStore(db)
  const correct = createCorrection(db)
  const findMatches = createMatches(db)

  const staleBefore = (library: Searched) => new Date(clock.now().getTime() - library.staleAfterDays * DAY)

  const narrowed = (library: Searched, filter: PromptFilter) =>
    withPhrases(hitStore, narrowing(library.libraryId, filter, staleBefore(library)))

  async function hitsOf(given: Narrowing, order: PromptOrder, window: Window): Promise<Hit[]> {
    if (order.field === 'RELEVANCE') return rankedPage(hitStore, given, given.queries!, window)
    return orderedPage(hitStore, given, order.field, window)
  }

  async function pageOf(library: Searched, filter: PromptFilter, wanted: PromptOrder | null, args: PageArgs) {
    const given = await narrowed(library, filter)
    const order = orderOf(wanted, given.queries !== null)
    const isRanked = order.field === 'RELEVANCE'
    const isInstant = order.field === 'MODIFIED_AT' || order.field === 'CREATED_AT'
    const page = await connection<Hit>(args, {
      list: `prompts ${order.field} ${order.direction}`,
      descending: !isRanked && order.direction === 'DESC',
      key: isRanked ? ['number', 'instant', 'uuid'] : [isInstant ? 'instant' : 'text', 'uuid'],
      keyOf: (hit) => (isRanked ? [hit.rank, hit.value, hit.id] : [hit.value, hit.id]),
      fetch: (window) => hitsOf(given, order, window),
      count: async () => 0,
    })
    return { page, given }
  }

  /** Runs a search, and where it finds nothing, runs what it may have meant. */
  async function withCorrection<T>(
    library: Searched,
    filter: PromptFilter,
    run: (filter: PromptFilter) => Promise<T>,
    isEmpty: (result: T) => boolean,
  ): Promise<{ result: T; correctedTo: string | null }> {
    const result = await run(filter)
    if (!isEmpty(result) || !filter.search) return { result, correctedTo: null }
    const correctedTo = await correct(library.libraryId, filter.search)
    if (!correctedTo) return { result, correctedTo }
    const other = await run({ ...filter, search: correctedTo })
    return isEmpty(other) ? { result, correctedTo: null } : { result: other, correctedTo }
  }

  return {
    /** @param order absent: by relevance where words are searched for, otherwise last changed first */
    async page(
      library: Searched,
      filter: PromptFilter,
      order: PromptOrder | null,
      args: PageArgs,
    ): Promise<PromptPage> {
      const checked = checkedFilter(filter)
      const { result, correctedTo } = await withCorrection(
        library,
        checked,
        (asked) => pageOf(library, asked, order, args),
        ({ page }) => page.edges.length === 0 && !page.pageInfo.hasNextPage,
      )
      const { page, given } = result
      const found = new Map(
        (
          await findPrompts(
            library.libraryId,
            page.edges.map(({ node }) => node.id),
          )
        ).map((row) => [row.id, row]),
      )
      const edges = page.edges.flatMap(({ cursor, node }) => {
        const row = found.get(node.id)
        return row ? [{ cursor, node: row }] : []
      })
      let counted: Promise<Counted> | null = null
      let matches: Promise<ReadonlyMap<string, readonly SearchMatch[]>> | null = null
      const count = () => (counted ??= countStore.count(given))
      return {
        edges,
        pageInfo: page.pageInfo,
        correctedTo,
        counted: count,
        totalCount: async () => (await count()).total,
        matches: () =>
          (matches ??= matchesOf(
            library.libraryId,
            given.search,
            edges.map(({ node }) => node),
          )),
      }
    },

    async facets(library: Searched, filter: PromptFilter): Promise<PromptFacets> {
      const { result, correctedTo } = await withCorrection(
        library,
        checkedFilter(filter),
        async (asked) => {
          const given = await narrowed(library, asked)
          const [counts, tags] = await Promise.all([
            countStore.facets(given, staleBefore(library)),
            countStore.tagFacet(given),
          ])
          return { ...counts, tags }
        },
        ({ total }) => total === 0,
      )
      return { ...result, correctedTo }
    },
  }

  async function matchesOf(libraryId: string, search: ParsedSearch | null, rows: readonly PromptRow[]) {
    return search ? findMatches(libraryId, search, rows) : new Map<string, SearchMatch[]>()
  }
}

export type SearchService = ReturnType<typeof createSearch>

const RELEVANT: PromptOrder = { field: 'RELEVANCE', direction: 'DESC' }
const NEWEST: PromptOrder = { field: 'MODIFIED_AT', direction: 'DESC' }

/** Without words nothing is more relevant than anything else. */
function orderOf(order: PromptOrder | null, hasWords: boolean): PromptOrder {
  if (order && order.field !== 'RELEVANCE') return order
  return hasWords ? RELEVANT : NEWEST
}
