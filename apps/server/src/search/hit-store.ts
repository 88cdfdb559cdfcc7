import { type SQL, sql } from 'drizzle-orm'
import { textArray } from '../catalogue/index.ts'
import type { Database } from '../platform/database.ts'
import { prompts } from '../prompts/tables.ts'
import { allOf, type Narrowing } from './prompt-filter.ts'

/** Newest prompts by which it is told whether a word is common. */
const SAMPLE = 300
/** A share of the sample from which a word is common: then walking along the order finds a page at once. */
const COMMON = 0.04
/** How far along the order is walked. */
const WALK = 4_000

/** A found prompt, and the values its place in the list follows from. */
export interface Hit {
  readonly id: string
  readonly rank: number
  /** ISO for instants. */
  readonly value: string
}

/** The only columns a list can be sorted by. */
export const ORDER_COLUMNS = {
  MODIFIED_AT: prompts.modifiedAt,
  CREATED_AT: prompts.createdAt,
  NAME: prompts.name,
  KEY: prompts.key,
} as const
export type OrderColumn = keyof typeof ORDER_COLUMNS

/** Where a list goes on: beyond a value and, among its equals, beyond an id. */
export interface Start {
  readonly value: string
  readonly id: string
}

export interface HitOrder {
  readonly column: OrderColumn
  readonly descending: boolean
}

/** Looks prompts up by words. Every answer is in order; how it is found depends on how common the words are. */
export function createHitStore(db: Database) {
  return {
    /** Which of the queries find a good part of all prompts, told by the newest ones. */
    async areCommon(narrowing: Narrowing, queries: readonly string[]): Promise<boolean[]> {
      const counts = queries.map(
        (query, at) => sql`count(*) filter (where s.terms @@ ${query}::tsquery)::int as ${sql.raw(`q${at}`)}`,
      )
      const [row] = await db.execute<Record<string, number>>(sql`
        select count(*)::int as seen, ${sql.join(counts, sql`, `)}
        from (select library_id, id from prompts where ${allOf(narrowing)}
          order by modified_at desc, id desc limit ${SAMPLE}) p
        cross join lateral (select terms || ''::tsvector as terms from prompt_search
          where library_id = p.library_id and prompt_id = p.id offset 0) s`)
      return queries.map((_, at) => row![`q${at}`]! >= Math.max(COMMON * row!.seen!, 8))
    },

    /**
     * Hits of several queries by the index, each at the rank of the first query that finds it.
     *
     * @param start the rank to begin in, and where in it
     */
    byIndex(
      narrowing: Narrowing,
      queries: readonly { readonly rank: number; readonly query: string }[],
      order: HitOrder & { readonly backward?: boolean },
      start: { readonly rank: number; readonly start: Start | null } | null,
      limit: number,
    ): Promise<Hit[]> {
      const { column, value, by, beyond } = ordering(order)
      const within = start
        ? sql`and (h.rank ${order.backward ? sql`<` : sql`>`} ${start.rank}::bigint or (h.rank = ${start.rank}::bigint ${
            start.start ? sql`and ${beyond(start.start)}` : sql``
          }))`
        : sql``
      const found = sql.join(
        queries.map(
          ({ rank, query }) => sql`select prompt_id, ${rank}::int as rank from prompt_search
            where library_id = ${narrowing.libraryId}::uuid and terms @@ ${query}::tsquery`,
        ),
        sql` union all `,
      )
      return this.hits(sql`
        select prompts.id, h.rank, ${value} as value
        from (select prompt_id, min(rank) as rank from (${found}) u group by prompt_id) h
        join prompts on prompts.library_id = ${narrowing.libraryId}::uuid and prompts.id = h.prompt_id
        where ${allOf(narrowing)} ${within}
        order by h.rank ${order.backward ? sql`desc` : sql`asc`}, ${column} ${by}, prompts.id ${by}
        limit ${limit}`)
    },

    /** Hits of a query by walking along the order, for a while: quick where they are common. */
    async byWalking(
      narrowing: Narrowing,
      { rank, query, but }: { readonly rank: number; readonly query: string; readonly but: string | null },
      order: HitOrder,
      start: Start | null,
      limit: number,
    ): Promise<Hit[]> {
      const { column, value, by, beyond } = ordering(order)
      const test = but
        ? sql`terms @@ ${query}::tsquery and not terms @@ ${but}::tsquery`
        : sql`terms @@ ${query}::tsquery`
      return this.hits(sql`
        select p.id, ${rank}::int as rank, p.value
        from (select prompts.library_id, prompts.id, ${value} as value, ${column} as sort from prompts
          where ${allOf(narrowing)} ${start ? sql`and ${beyond(start)}` : sql``}
          order by ${column} ${by}, prompts.id ${by} limit ${WALK}) p
        cross join lateral (select 1 from prompt_search s where s.library_id = p.library_id and s.prompt_id = p.id
          and case when ${test} then true else false end offset 0) s
        order by p.sort ${by}, p.id ${by}
        limit ${limit}`)
    },

    /** Hits among few prompts: each is looked at. */
    amongFew(
      narrowing: Narrowing,
      queries: readonly string[],
      start: { readonly rank: number; readonly start: Start } | null,
      backward: boolean,
      limit: number,
    ): Promise<Hit[]> {
      const { column, value, by, beyond } = ordering({ column: 'MODIFIED_AT', descending: !backward })
      const tests = queries.map((query, rank) => sql`when s.terms @@ ${query}::tsquery then ${rank}::int`)
      const within = start
        ? sql`and (h.rank ${backward ? sql`<` : sql`>`} ${start.rank}::bigint or (h.rank = ${start.rank}::bigint and ${beyond(start.start)}))`
        : sql``
      return this.hits(sql`
        select prompts.id, h.rank, ${value} as value
        from (select s.prompt_id, case ${sql.join(tests, sql` `)} end as rank from prompt_search s
          where s.library_id = ${narrowing.libraryId}::uuid and s.prompt_id = any(${textArray(narrowing.only ?? [])}::uuid[])
          offset 0) h
        join prompts on prompts.library_id = ${narrowing.libraryId}::uuid and prompts.id = h.prompt_id
        where h.rank is not null and ${allOf(narrowing)} ${within}
        order by h.rank ${backward ? sql`desc` : sql`asc`}, ${column} ${by}, prompts.id ${by}
        limit ${limit}`)
    },

    /**
     * Among given prompts, those whose texts have all of the phrases. Words are letters and digits, so the patterns are plain.
     * Each text is looked up by itself: for a few hundred the planner would rather read all texts of the library.
     */
    async saying(
      libraryId: string,
      ids: readonly string[],
      phrases: readonly (readonly string[])[],
    ): Promise<string[]> {
      const tests = phrases.map((phrase) => sql`f.text ~* ${`(^|\\W)${phrase.join('\\W+')}(\\W|$)`}`)
      const rows = await db.execute<{ id: string }>(sql`
        select f.id from (
          select p.id, concat_ws(E'\\n', p.name, p.key, p.description, t.content) as text from prompts p
          left join lateral (select b.content from commits c
            join blobs b on b.library_id = c.library_id and b.hash = c.content_hash
            where c.library_id = p.library_id and c.prompt_id = p.id and c.id = p.head_commit_id limit 1) t on true
          where p.library_id = ${libraryId}::uuid and p.id = any(${textArray(ids)}::uuid[])) f
        where ${sql.join(tests, sql` and `)}`)
      return rows.map((row) => row.id)
    },

    /** All that fits the filter. */
    all(narrowing: Narrowing, order: HitOrder, start: Start | null, limit: number): Promise<Hit[]> {
      const { column, value, by, beyond } = ordering(order)
      return this.hits(sql`
        select prompts.id, 0 as rank, ${value} as value from prompts
        where ${allOf(narrowing)} ${start ? sql`and ${beyond(start)}` : sql``}
        order by ${column} ${by}, prompts.id ${by}
        limit ${limit}`)
    },

    async hits(query: SQL): Promise<Hit[]> {
      return [...(await db.execute<{ id: string; rank: number; value: string }>(query))]
    },
  }
}

export type HitStore = ReturnType<typeof createHitStore>

function ordering({ column: name, descending }: HitOrder) {
  const column = ORDER_COLUMNS[name]
  const isText = name === 'NAME' || name === 'KEY'
  return {
    column: sql`${column}`,
    value: isText
      ? sql`${column}`
      : sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    by: descending ? sql`desc` : sql`asc`,
    beyond: ({ value, id }: Start) =>
      sql`(${column}, prompts.id) ${descending ? sql`<` : sql`>`} (${value}::${isText ? sql`text` : sql`timestamptz`}, ${id}::uuid)`,
  }
}
