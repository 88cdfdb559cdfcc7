import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { libraries } from '../libraries/tables.ts'
import type { Database, Queryable, Transaction } from '../platform/database.ts'
import type { Window } from '../platform/paging.ts'
import { type PromptRow, promptColumns } from '../prompts/store.ts'
import { prompts } from '../prompts/tables.ts'
import { promptFingerprints, promptIncludes } from './tables.ts'

export type IncludeRow = typeof promptIncludes.$inferSelect
export type FingerprintRow = typeof promptFingerprints.$inferSelect

/** An include as an edge of the dependency map. */
export type DependencyEdge = Omit<IncludeRow, 'position'>

/** A prompt reached over includes. */
export interface ReachedPrompt extends Record<string, unknown> {
  readonly id: string
  readonly key: string
  readonly distance: number
}

/** Includes go this far; longer chains are refused when they are rendered. */
export const DEEPEST = 10

/** Includes that one statement stores: PostgreSQL takes 65,535 parameters. */
const ROWS_AT_ONCE = 10_000

/** Prompts whose includes count: archived and deleted ones are out of use. */
const inUse = sql`${prompts.deletedAt} is null and ${prompts.status} <> 'archived'`

/** Joins includes with the prompts in use that have them. */
const theirPrompt = and(
  eq(prompts.libraryId, promptIncludes.libraryId),
  eq(prompts.id, promptIncludes.promptId),
  inUse,
)

/** Prompts in use that include a key. */
const including = (libraryId: string, key: string) =>
  and(
    eq(prompts.libraryId, libraryId),
    inUse,
    sql`${prompts.id} in (select prompt_id from prompt_includes
      where library_id = ${libraryId} and include_key = ${key})`,
  )

/**
 * A text is compared with so many others of the same words and so many that share a band: where thousands are made by
 * one pattern, one more costs no more.
 */
export const MOST_COMPARED = 100

/**
 * The fingerprints a text is compared with, and what each has in common with it. Bands carry their library, so that its id
 * need not be asked for before; a planner without statistics would read the whole library by it.
 */
function compared(libraryId: string, asked: { wordsHash: SQL; bands: SQL }): SQL {
  return sql`
    select prompt_id, words_hash = ${asked.wordsHash} as equal,
      (select count(*)::int from unnest(bands) band where band = any(${asked.bands})) as shared
    from (
      (select * from prompt_fingerprints
        where library_id = ${libraryId}::uuid and words_hash = ${asked.wordsHash} limit ${MOST_COMPARED})
      union all
      (select * from prompt_fingerprints
        where bands && ${asked.bands} and words_hash <> ${asked.wordsHash} limit ${MOST_COMPARED})
    ) candidates
    where library_id = ${libraryId}::uuid`
}

/** Joins the prompt in use of each fingerprint `f` as `found`: one by one, lest `f` be found anew for every prompt. */
function promptsInUse(libraryId: string): SQL {
  return sql`cross join lateral (
    select key from prompts where library_id = ${libraryId}::uuid and id = f.prompt_id and ${inUse} limit 1) found`
}

export function createCatalogueStore(db: Database) {
  /** Prompts reached over includes with their distance, nearest first; followers are includers that pin no version. */
  async function reached(
    q: Queryable,
    libraryId: string,
    { promptId, key }: { promptId: string; key: string },
    way: 'includers' | 'followers' | 'included',
    depth: number,
    limit: number,
  ): Promise<ReachedPrompt[]> {
    const step =
      way !== 'included'
        ? sql`join prompt_includes i on i.library_id = ${libraryId} and i.include_key = walk.key ${way === 'followers' ? sql`and i.version is null` : sql``}
              join prompts on prompts.library_id = i.library_id and prompts.id = i.prompt_id`
        : sql`join prompt_includes i on i.library_id = ${libraryId} and i.prompt_id = walk.id
              join prompts on prompts.library_id = i.library_id and prompts.key = i.include_key`
    const rows = await q.execute<ReachedPrompt>(sql`
      with recursive walk(id, key, distance) as (
        select ${promptId}::uuid, ${key}::text, 0
        union
        select prompts.id, prompts.key, walk.distance + 1 from walk ${step}
        where walk.distance < ${depth} and ${inUse}
      )
      select id, key, min(distance)::int as distance from walk where distance > 0 group by id, key
      order by 3, 2 limit ${limit}`)
    return [...rows]
  }

  return {
    reached,

    /** Lets one transaction at a time change what the prompts of a library include, so that no two make a cycle together. */
    async lockIncludes(tx: Transaction, libraryId: string): Promise<void> {
      await tx
        .select({ id: libraries.libraryId })
        .from(libraries)
        .where(eq(libraries.libraryId, libraryId))
        .for('no key update')
    },

    /** What prompts of one library include from now on. */
    async replaceIncludes(
      q: Queryable,
      libraryId: string,
      promptIds: readonly string[],
      rows: readonly IncludeRow[],
    ): Promise<void> {
      await q
        .delete(promptIncludes)
        .where(and(eq(promptIncludes.libraryId, libraryId), inArray(promptIncludes.promptId, [...promptIds])))
      for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
        await q.insert(promptIncludes).values(rows.slice(at, at + ROWS_AT_ONCE))
    },

    /** All includes that can be reached from prompts, as pairs of keys. */
    async includesBelow(
      q: Queryable,
      libraryId: string,
      promptIds: readonly string[],
    ): Promise<{ from: string; to: string }[]> {
      const rows = await q.execute<{ from: string; to: string }>(sql`
        with recursive walk(id) as (
          select unnest(${sql.param([...promptIds])}::uuid[])
          union
          select p.id from walk
            join prompt_includes i on i.library_id = ${libraryId} and i.prompt_id = walk.id
            join prompts p on p.library_id = i.library_id and p.key = i.include_key and p.deleted_at is null
        )
        select p.key as "from", i.include_key as "to" from walk
          join prompts p on p.library_id = ${libraryId} and p.id = walk.id
          join prompt_includes i on i.library_id = ${libraryId} and i.prompt_id = walk.id`)
      return [...rows]
    },

    /** Keys of prompts in use that include a key, the first of them by name, and how many there are. */
    async includersOf(q: Queryable, libraryId: string, key: string, limit: number) {
      const rows = await q
        .select({ key: prompts.key, total: sql<number>`count(*) over ()::int` })
        .from(prompts)
        .where(including(libraryId, key))
        .orderBy(asc(prompts.key))
        .limit(limit)
      return { total: rows[0]?.total ?? 0, keys: rows.map((row) => row.key) }
    },

    /** Prompts in use that include a key, by key. */
    includers(libraryId: string, key: string, { start, descending, limit }: Window): Promise<PromptRow[]> {
      const beyond =
        start && (descending ? sql`${prompts.key} < ${start[0]}` : sql`${prompts.key} > ${start[0]}`)
      return db
        .select(promptColumns)
        .from(prompts)
        .where(and(including(libraryId, key), beyond ?? undefined))
        .orderBy(descending ? sql`${prompts.key} desc` : asc(prompts.key))
        .limit(limit)
    },

    /** How many prompts in use include each key. */
    async includerCounts(libraryId: string, keys: readonly string[]): Promise<Map<string, number>> {
      const rows = await db
        .select({ key: promptIncludes.includeKey, count: sql<number>`count(distinct ${prompts.id})::int` })
        .from(promptIncludes)
        .innerJoin(prompts, theirPrompt)
        .where(and(eq(promptIncludes.libraryId, libraryId), inArray(promptIncludes.includeKey, [...keys])))
        .groupBy(promptIncludes.includeKey)
      return new Map(rows.map((row) => [row.key, row.count]))
    },

    /** In the order of the text. */
    includesOf(libraryId: string, promptIds: readonly string[]): Promise<IncludeRow[]> {
      return db
        .select()
        .from(promptIncludes)
        .where(and(eq(promptIncludes.libraryId, libraryId), inArray(promptIncludes.promptId, [...promptIds])))
        .orderBy(promptIncludes.promptId, promptIncludes.position)
    },

    /** Includes of prompts in use; of all of them, or of the given ones. */
    edges(libraryId: string, promptIds: readonly string[] | null, limit: number): Promise<DependencyEdge[]> {
      return db
        .select({
          libraryId: promptIncludes.libraryId,
          promptId: promptIncludes.promptId,
          includeKey: promptIncludes.includeKey,
          version: promptIncludes.version,
        })
        .from(promptIncludes)
        .innerJoin(prompts, theirPrompt)
        .where(
          and(
            eq(promptIncludes.libraryId, libraryId),
            promptIds ? inArray(promptIncludes.promptId, [...promptIds]) : undefined,
          ),
        )
        .orderBy(promptIncludes.includeKey, prompts.key, promptIncludes.position)
        .limit(limit)
    },

    async saveFingerprints(q: Queryable, rows: readonly FingerprintRow[]): Promise<void> {
      await q
        .insert(promptFingerprints)
        .values([...rows])
        .onConflictDoUpdate({
          target: [promptFingerprints.libraryId, promptFingerprints.promptId],
          set: { wordsHash: sql`excluded.words_hash`, bands: sql`excluded.bands` },
        })
    },

    /** Prompts with the same words, or sharing at least some bands; the most alike first. */
    async alike(
      libraryId: string,
      { wordsHash, bands }: Pick<FingerprintRow, 'wordsHash' | 'bands'>,
      least: number,
      limit: number,
    ): Promise<{ promptId: string; equal: boolean; shared: number }[]> {
      const asked = { wordsHash: sql`${wordsHash}`, bands: sql`${sql.param(bands)}::int[]` }
      const rows = await db.execute<{ promptId: string; equal: boolean; shared: number }>(sql`
        select f.prompt_id as "promptId", f.equal, f.shared
        from (${compared(libraryId, asked)}) f ${promptsInUse(libraryId)}
        where f.equal or f.shared >= ${least}
        order by f.equal desc, f.shared desc, f.prompt_id limit ${limit}`)
      return [...rows]
    },

    /** For each text the prompt most like it, sharing at least so many bands or all words, but for the one of its own key. */
    async mostAlike(
      libraryId: string,
      texts: readonly (Pick<FingerprintRow, 'wordsHash' | 'bands'> & { at: number; key: string })[],
      least: number,
    ): Promise<{ at: number; key: string; equal: boolean; shared: number }[]> {
      const asked = { wordsHash: sql`asked."wordsHash"`, bands: sql`asked.bands` }
      const rows = await db.execute<{ at: number; key: string; equal: boolean; shared: number }>(sql`
        select asked.at, alike.key, alike.equal, alike.shared
        from jsonb_to_recordset(${JSON.stringify(texts)}::text::jsonb)
          as asked(at int, key text, "wordsHash" text, bands int[])
        cross join lateral (
          select found.key, f.equal, f.shared
          from (${compared(libraryId, asked)}) f ${promptsInUse(libraryId)}
          where found.key <> asked.key and (f.equal or f.shared >= ${least})
          order by f.equal desc, f.shared desc, found.key limit 1) alike`)
      return [...rows]
    },
  }
}

export type CatalogueStore = ReturnType<typeof createCatalogueStore>
