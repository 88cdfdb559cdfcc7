import type { TagCategory } from '@incipit/library'
import {
  and,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  gt,
  ilike,
  inArray,
  isNull,
  lt,
  notExists,
  or,
  type SQL,
  sql,
  sum,
} from 'drizzle-orm'
import type { Database, Queryable } from '../platform/database.ts'
import type { Window } from '../platform/paging.ts'
import { prompts, promptTags, tags } from '../prompts/tables.ts'

export type TagRow = typeof tags.$inferSelect
export type CountedTag = TagRow & { readonly usage: number }

/** Tags of one category, counted. */
export interface TagTotals {
  readonly category: string
  readonly tagCount: number
  readonly usage: number
  readonly unusedCount: number
}

/** Which tags. */
export interface TagFilter {
  /** Part of the name. */
  readonly search: string | null
  readonly category: TagCategory | null
  /** Only those that no prompt carries, deleted ones aside. */
  readonly unused: boolean
}

/** Text as it is meant, inside a LIKE pattern. */
const likeLiteral = (text: string) => `%${text.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`

export function createTagStore(db: Database) {
  const carriers = () =>
    db
      .select({ id: promptTags.promptId })
      .from(promptTags)
      .where(and(eq(promptTags.libraryId, tags.libraryId), eq(promptTags.tagId, tags.id)))

  const matching = (libraryId: string, { search, category, unused }: TagFilter): SQL | undefined =>
    and(
      eq(tags.libraryId, libraryId),
      search ? ilike(tags.name, likeLiteral(search)) : undefined,
      category ? eq(tags.category, category) : undefined,
      unused ? notExists(carriers()) : undefined,
    )

  // Counted for each tag by itself: joined, a planner without statistics would count all of them again for every tag.
  // A deleted prompt carries none any more, so that the links are all there is to count.
  const used = sql<number>`(select count(*) from ${promptTags} pt
    where pt.library_id = tags.library_id and pt.tag_id = tags.id)`.mapWith(Number)

  return {
    list(libraryId: string, filter: TagFilter, window: Window): Promise<TagRow[]> {
      const past = window.descending ? lt : gt
      const by = window.descending ? desc : asc
      const { start } = window
      return db
        .select()
        .from(tags)
        .where(and(matching(libraryId, filter), start ? past(tags.name, start[0] as string) : undefined))
        .orderBy(by(tags.name))
        .limit(window.limit)
    },

    /** The most used first where the window descends; tags used equally by name. One statement. */
    listByUsage(libraryId: string, filter: TagFilter, window: Window): Promise<CountedTag[]> {
      const counted = db
        .select({ ...getTableColumns(tags), usage: used.as('usage') })
        .from(tags)
        .where(matching(libraryId, filter))
        .as('counted')
      const { usage } = counted
      const { start, descending } = window
      const [least, name] = start ?? []
      const beyond = start
        ? descending
          ? or(sql`${usage} < ${least}`, and(sql`${usage} = ${least}`, gt(counted.name, name as string)))
          : or(sql`${usage} > ${least}`, and(sql`${usage} = ${least}`, lt(counted.name, name as string)))
        : undefined
      return db
        .select()
        .from(counted)
        .where(beyond)
        .orderBy(descending ? desc(usage) : asc(usage), descending ? asc(counted.name) : desc(counted.name))
        .limit(window.limit)
    },

    /** Of each category that has tags: how many, how often they are carried together, and how many are not carried at all. */
    totals(libraryId: string): Promise<TagTotals[]> {
      const counted = db
        .select({ category: tags.category, usage: used.as('usage') })
        .from(tags)
        .where(eq(tags.libraryId, libraryId))
        .as('counted')
      return db
        .select({
          category: counted.category,
          tagCount: count(),
          usage: sum(counted.usage).mapWith(Number),
          unusedCount: sql<number>`count(*) filter (where ${counted.usage} = 0)`.mapWith(Number),
        })
        .from(counted)
        .groupBy(counted.category)
    },

    async count(libraryId: string, filter: TagFilter): Promise<number> {
      const [row] = await db.select({ count: count() }).from(tags).where(matching(libraryId, filter))
      return row!.count
    },

    /** The names of a library's tags, the most used first. */
    async names(libraryId: string, most: number): Promise<{ name: string; category: TagCategory }[]> {
      const rows = await db
        .select({ name: tags.name, category: tags.category })
        .from(tags)
        .where(eq(tags.libraryId, libraryId))
        .orderBy(desc(used), asc(tags.name))
        .limit(most)
      return rows.map(({ name, category }) => ({ name, category: category as TagCategory }))
    },

    async usage(q: Queryable, libraryId: string, ids: readonly string[]): Promise<Map<string, number>> {
      const rows = await q
        .select({ id: tags.id, count: used })
        .from(tags)
        .where(and(eq(tags.libraryId, libraryId), inArray(tags.id, [...ids])))
      return new Map(rows.map((row) => [row.id, row.count]))
    },

    /** Tags of these ids, locked in one order, so that two merges cannot wait for each other. */
    lockTags(q: Queryable, libraryId: string, ids: readonly string[]): Promise<TagRow[]> {
      return q
        .select()
        .from(tags)
        .where(and(eq(tags.libraryId, libraryId), inArray(tags.id, [...ids])))
        .orderBy(tags.id)
        .for('update')
    },

    async findByName(q: Queryable, libraryId: string, name: string): Promise<TagRow | null> {
      const [row] = await q
        .select()
        .from(tags)
        .where(and(eq(tags.libraryId, libraryId), eq(tags.name, name)))
      return row ?? null
    },

    async update(q: Queryable, row: TagRow): Promise<void> {
      await q
        .update(tags)
        .set({ name: row.name, category: row.category })
        .where(and(eq(tags.libraryId, row.libraryId), eq(tags.id, row.id)))
    },

    /** Prompts in use that carry no tag. */
    async countUntagged(libraryId: string): Promise<number> {
      const [row] = await db
        .select({ count: count() })
        .from(prompts)
        .where(
          and(
            eq(prompts.libraryId, libraryId),
            isNull(prompts.archivedAt),
            isNull(prompts.deletedAt),
            sql`not exists (select 1 from ${promptTags} pt where pt.library_id = ${prompts.libraryId} and pt.prompt_id = ${prompts.id})`,
          ),
        )
      return row!.count
    },

    /** Prompts that carry one of the tags. */
    async promptsWith(q: Queryable, libraryId: string, ids: readonly string[]): Promise<string[]> {
      const rows = await q
        .selectDistinct({ promptId: promptTags.promptId })
        .from(promptTags)
        .where(and(eq(promptTags.libraryId, libraryId), inArray(promptTags.tagId, [...ids])))
      return rows.map(({ promptId }) => promptId)
    },

    /** Gives every prompt that carries one of the tags another, once. */
    async move(q: Queryable, libraryId: string, from: readonly string[], into: string): Promise<void> {
      await q.execute(sql`insert into ${promptTags} (library_id, prompt_id, tag_id)
        select distinct ${promptTags.libraryId}, ${promptTags.promptId}, ${into}::uuid from ${promptTags}
        where ${and(eq(promptTags.libraryId, libraryId), inArray(promptTags.tagId, [...from]))}
        on conflict do nothing`)
    },

    /** Takes tags from their prompts, and away. */
    async delete(q: Queryable, libraryId: string, ids: readonly string[]): Promise<void> {
      await q
        .delete(promptTags)
        .where(and(eq(promptTags.libraryId, libraryId), inArray(promptTags.tagId, [...ids])))
      await q.delete(tags).where(and(eq(tags.libraryId, libraryId), inArray(tags.id, [...ids])))
    },
  }
}

export type TagStore = ReturnType<typeof createTagStore>
