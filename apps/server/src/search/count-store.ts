import { and, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../platform/database.ts'
import {
  allOf,
  FACETS,
  type Facet,
  HAS_ERRORS,
  hasOpenChangesSql,
  isStaleSql,
  type Narrowing,
} from './prompt-filter.ts'

/** Hits of words are counted up to this number: beyond it, "more than" says enough. */
export const MOST_COUNTED = 5_000
/** The values of a facet that are told, the most frequent first. */
export const FACET_VALUES = 50

export interface FacetCount {
  readonly value: string
  readonly count: number
}

export interface Counted {
  readonly total: number
  /** Whether there are more than were counted. */
  readonly isMore: boolean
}

/** What prompts of a filter there are of each value. */
export interface FacetCounts extends Counted {
  readonly values: ReadonlyMap<string, readonly FacetCount[]>
  readonly stale: number
  readonly hasOpenChanges: number
  readonly hasErrors: number
}

const GROUPED = ['category', 'status', 'owner', 'model'] as const satisfies readonly Facet[]

export function createCountStore(db: Database) {
  return {
    async count(narrowing: Narrowing): Promise<Counted> {
      const [row] = await db.execute<{ total: number }>(
        sql`select count(*)::int as total from (select 1 ${source(narrowing, allOf(narrowing))}) prompts`,
      )
      return counted(row!.total, narrowing)
    },

    /** One pass over the prompts; each facet leaves out its own choice, so that its other values stay in sight. */
    async facets(narrowing: Narrowing, staleBefore: Date): Promise<FacetCounts> {
      const flags = [...narrowing.choices].map(
        ([facet, condition]) => sql`(${condition}) as ${sql.raw(`in_${facet.toLowerCase()}`)}`,
      )
      const rows = await db.execute<{
        facet: (typeof GROUPED)[number] | null
        value: string | null
        count: number
        stale: number
        open: number
        errors: number
        seen: number
      }>(sql`
        select * from (
          select g.*, row_number() over (partition by facet order by count desc, value) as place from (
            select case grouping(category, status, owner, model)
                when 7 then 'category' when 11 then 'status' when 13 then 'owner' when 14 then 'model' end as facet,
              coalesce(category, status, owner, model) as value,
              (case grouping(category, status, owner, model)
                when 7 then ${countBut(narrowing, 'category')} when 11 then ${countBut(narrowing, 'status')}
                when 13 then ${countBut(narrowing, 'owner')} when 14 then ${countBut(narrowing, 'model')}
                else ${countBut(narrowing, null)} end)::int as count,
              (${countBut(narrowing, 'stale', sql`stale`)})::int as stale,
              (${countBut(narrowing, 'hasOpenChanges', sql`open`)})::int as open,
              (${countBut(narrowing, 'hasErrors', sql`errors`)})::int as errors,
              count(*)::int as seen
            from (select category, status, owner, model, ${isStaleSql(staleBefore)} as stale,
                ${hasOpenChangesSql(narrowing.libraryId)} as open, ${HAS_ERRORS} as errors ${flags.length > 0 ? sql`, ${sql.join(flags, sql`, `)}` : sql``}
              ${source(narrowing, narrowing.base)}) f
            group by grouping sets ((category), (status), (owner), (model), ())
          ) g where facet is null or (count > 0 and value <> '')
        ) ranked where place <= ${FACET_VALUES}`)
      const all = rows.find((row) => row.facet === null)!
      const values = Map.groupBy(
        rows
          .filter((row) => row.facet !== null)
          .sort((a, b) => b.count - a.count || (a.value! < b.value! ? -1 : 1)),
        (row) => row.facet!,
      )
      return {
        ...counted(all.count, narrowing, all.seen),
        values: new Map(
          [...values].map(([facet, list]) => [
            facet,
            list.map(({ value, count }) => ({ value: value!, count })),
          ]),
        ),
        stale: all.stale,
        hasOpenChanges: all.open,
        hasErrors: all.errors,
      }
    },

    /** The most used tags among the prompts of a filter. */
    async tagFacet(narrowing: Narrowing): Promise<FacetCount[]> {
      const { libraryId } = narrowing
      return [
        ...(await db.execute<{ value: string; count: number }>(sql`
        select t.name as value, u.count from (
          select pt.tag_id, count(*)::int as count
          from (select prompts.id ${source(narrowing, allOf(narrowing))}) f
          join prompt_tags pt on pt.library_id = ${libraryId}::uuid and pt.prompt_id = f.id
          group by pt.tag_id order by 2 desc limit ${FACET_VALUES}
        ) u join tags t on t.library_id = ${libraryId}::uuid and t.id = u.tag_id
        order by u.count desc, t.name`)),
      ]
    },
  }
}

export type CountStore = ReturnType<typeof createCountStore>

/** Where the prompts of a condition come from: all of them, or the hits of the words, of which there is a most. */
function source({ libraryId, queries, only }: Narrowing, condition: SQL): SQL {
  if (!queries || only) return sql`from prompts where ${condition}`
  return sql`from (select prompts.* from (select prompt_id from prompt_search
      where library_id = ${libraryId}::uuid and terms @@ ${queries.at(-1)}::tsquery) h
    join prompts on prompts.library_id = ${libraryId}::uuid and prompts.id = h.prompt_id
    where ${condition} limit ${MOST_COUNTED + 1}) prompts`
}

/** Counts what fits all choices but one facet's. */
function countBut({ choices }: Narrowing, facet: Facet | null, also?: SQL): SQL {
  const flags = FACETS.filter((other) => other !== facet && choices.has(other)).map((other) =>
    sql.raw(`in_${other.toLowerCase()}`),
  )
  const condition = and(...flags, also)
  return condition ? sql`count(*) filter (where ${condition})` : sql`count(*)`
}

function counted(total: number, { queries }: Narrowing, seen = total): Counted {
  return {
    total: queries ? Math.min(total, MOST_COUNTED) : total,
    isMore: queries !== null && seen > MOST_COUNTED,
  }
}
