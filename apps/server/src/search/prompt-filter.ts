import { type ParsedSearch, parseSearch } from '@incipit/library'
import { and, eq, inArray, isNull, ne, type SQL, sql } from 'drizzle-orm'
import { rankedQueries, textArray, unwantedQuery } from '../catalogue/index.ts'
import { ValidationError } from '../platform/errors.ts'
import { prompts } from '../prompts/tables.ts'

/** Which prompts; absent fields do not narrow. */
export interface PromptFilter {
  readonly search?: string | null
  readonly category?: readonly string[] | null
  readonly subcategory?: readonly string[] | null
  readonly status?: readonly string[] | null
  /** All of them. */
  readonly tags?: readonly string[] | null
  readonly owner?: readonly string[] | null
  readonly model?: readonly string[] | null
  readonly stale?: boolean | null
  readonly hasOpenChanges?: boolean | null
  readonly hasErrors?: boolean | null
  /** Archived prompts instead of the others. */
  readonly archived?: boolean | null
}

/** The choices that have counts of their own. */
export const FACETS = [
  'category',
  'status',
  'owner',
  'model',
  'stale',
  'hasOpenChanges',
  'hasErrors',
] as const
export type Facet = (typeof FACETS)[number]

/** A filter that was checked, in the library it is asked of. */
export interface Narrowing {
  readonly libraryId: string
  readonly search: ParsedSearch | null
  /** What the words of the search ask of the index, by rank; null without words. */
  readonly queries: readonly string[] | null
  /** The only prompts it can be, where that was found out; few enough to look at each. */
  readonly only: readonly string[] | null
  /** What holds whatever the facets say. */
  readonly base: SQL
  /** What each facet's choice asks for, where there is one. */
  readonly choices: ReadonlyMap<Facet, SQL>
}

/** A filter within bounds, its search without blanks at the ends. @throws ValidationError */
export function checkedFilter(filter: PromptFilter): PromptFilter {
  if ((filter.search?.length ?? 0) > 200) {
    throw ValidationError.of('filter.search', 'A search has at most 200 characters. Shorten it.')
  }
  const lists = [filter.category, filter.subcategory, filter.status, filter.tags, filter.owner, filter.model]
  if (lists.some((list) => (list?.length ?? 0) > 20)) {
    throw ValidationError.of('filter', 'A filter takes at most 20 values of each kind.')
  }
  const texts = [filter.search ?? '', ...lists.flatMap((list) => list ?? [])]
  if (texts.some((text) => text.includes('\u0000') || !text.isWellFormed())) {
    throw ValidationError.of(
      'filter',
      'A filter cannot hold a NUL character or half of a character pair. Remove it.',
    )
  }
  return { ...filter, search: filter.search?.trim() || null }
}

/** Prompts modified before this instant are stale. */
export const isStaleSql = (staleBefore: Date) =>
  sql`${prompts.modifiedAt} < ${staleBefore.toISOString()}::timestamptz`

/** Whether an open change request is about the prompt. */
export const hasOpenChangesSql = (libraryId: string) =>
  sql`${prompts.id} in (select prompt_id from change_requests where library_id = ${libraryId}::uuid and status = 'open')`

/** Whether the text on main has errors. */
export const HAS_ERRORS = sql`${prompts.errorCount} > 0`

/** @param staleBefore prompts modified before are stale */
export function narrowing(libraryId: string, filter: PromptFilter, staleBefore: Date): Narrowing {
  const search = filter.search ? parseSearch(filter.search) : null
  const queries = search && rankedQueries(libraryId, search)
  const typed = search?.filters
  const base = and(
    eq(prompts.libraryId, libraryId),
    isNull(prompts.deletedAt),
    filter.archived ? eq(prompts.status, 'archived') : ne(prompts.status, 'archived'),
    oneOf(prompts.subcategory, filter.subcategory),
    oneOf(prompts.category, typed?.category),
    oneOf(
      prompts.status,
      typed?.status.map((status) => status.toLowerCase()),
    ),
    oneOf(prompts.owner, typed?.owner),
    oneOf(prompts.model, typed?.model),
    ...[...(filter.tags ?? []), ...(typed?.tag ?? [])].map(carries),
    search ? lacks(libraryId, search) : undefined,
    search && !queries && isEmpty(search) ? sql`false` : undefined,
  )!
  const choices = new Map<Facet, SQL>()
  const choose = (facet: Facet, condition: SQL | undefined) => condition && choices.set(facet, condition)
  choose('category', oneOf(prompts.category, filter.category))
  choose('status', oneOf(prompts.status, filter.status))
  choose('owner', oneOf(prompts.owner, filter.owner))
  choose('model', oneOf(prompts.model, filter.model))
  choose('stale', whether(isStaleSql(staleBefore), filter.stale))
  choose('hasOpenChanges', whether(hasOpenChangesSql(libraryId), filter.hasOpenChanges))
  choose('hasErrors', whether(HAS_ERRORS, filter.hasErrors))
  return { libraryId, search, queries, only: null, base, choices }
}

/** Everything a filter asks for, but for the words of its search. */
export function allOf({ base, choices }: Narrowing, except: Facet | null = null): SQL {
  return and(base, ...[...choices].flatMap(([facet, condition]) => (facet === except ? [] : [condition])))!
}

function oneOf(column: Parameters<typeof inArray>[0], values: readonly string[] | null | undefined) {
  return values?.length ? inArray(column, [...values]) : undefined
}

function whether(condition: SQL, wanted: boolean | null | undefined): SQL | undefined {
  return wanted == null ? undefined : wanted ? condition : sql`not (${condition})`
}

function carries(tag: string): SQL {
  return sql`exists (select 1 from prompt_tags pt join tags t on t.library_id = pt.library_id and t.id = pt.tag_id
    where pt.library_id = ${prompts.libraryId} and pt.prompt_id = ${prompts.id} and t.name = ${tag})`
}

/** The same, of these prompts only. */
export function among(narrowing: Narrowing, ids: readonly string[]): Narrowing {
  const only = sql`${prompts.id} = any(${textArray(ids)}::uuid[])`
  return { ...narrowing, base: and(narrowing.base, only)!, only: ids }
}

/** Where words are wanted too, the index leaves out the unwanted ones by itself. */
function lacks(libraryId: string, search: ParsedSearch): SQL | undefined {
  const unwanted = search.words.length === 0 ? unwantedQuery(libraryId, search) : null
  if (!unwanted) return undefined
  return sql`not exists (select 1 from prompt_search s where s.library_id = ${prompts.libraryId}
    and s.prompt_id = ${prompts.id} and s.terms @@ ${unwanted}::tsquery)`
}

/** Something was typed, but nothing that can be looked for. */
function isEmpty({ excluded, filters }: ParsedSearch): boolean {
  return excluded.length === 0 && Object.values(filters).every((values) => values.length === 0)
}
