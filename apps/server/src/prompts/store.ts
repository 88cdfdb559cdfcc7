import {
  and,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  gt,
  inArray,
  isNull,
  lt,
  ne,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Database, Queryable } from '../platform/database.ts'
import { NotFoundError } from '../platform/errors.ts'
import type { Window } from '../platform/paging.ts'
import { blobs, branches } from '../versions/tables.ts'
import { prompts, promptTags, tags } from './tables.ts'

const { searchText: _searchText, ...shown } = getTableColumns(prompts)

/** What a statement reads of a prompt. */
export const promptColumns = shown

/** A prompt without the text that is searched: lists would carry megabytes of it. */
export type PromptRow = Omit<typeof prompts.$inferSelect, 'searchText'>
export type NewPromptRow = typeof prompts.$inferInsert & PromptRow
export type TagRow = typeof tags.$inferSelect

export interface PromptFilter {
  readonly search?: string | null
  readonly category?: readonly string[] | null
  readonly status?: readonly string[] | null
  readonly tags?: readonly string[] | null
  /** Archived prompts instead of the others. */
  readonly archived?: boolean | null
}

export type PromptOrderField = 'MODIFIED_AT' | 'CREATED_AT' | 'NAME' | 'KEY'

/** The only columns a list can be sorted by, and how their values stand in a cursor. */
const ORDER = {
  MODIFIED_AT: { column: prompts.modifiedAt, toSql: (value: unknown) => new Date(value as string) },
  CREATED_AT: { column: prompts.createdAt, toSql: (value: unknown) => new Date(value as string) },
  NAME: { column: prompts.name, toSql: (value: unknown) => value as string },
  KEY: { column: prompts.key, toSql: (value: unknown) => value as string },
} as const

/** Whether a row belongs to a prompt that was not deleted: what belongs to a deleted one is as good as missing. */
export function ofLivingPrompt(libraryId: PgColumn, promptId: PgColumn): SQL {
  return sql`not exists (select 1 from ${prompts} deleted where deleted.library_id = ${libraryId}
    and deleted.id = ${promptId} and deleted.deleted_at is not null)`
}

/** Text as it is meant, inside a LIKE pattern. */
function likeLiteral(text: string): string {
  return `%${text.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`
}

function conditions(libraryId: string, filter: PromptFilter): SQL | undefined {
  return and(
    eq(prompts.libraryId, libraryId),
    isNull(prompts.deletedAt),
    filter.archived ? eq(prompts.status, 'archived') : ne(prompts.status, 'archived'),
    filter.search ? sql`${prompts.searchText} ilike ${likeLiteral(filter.search)}` : undefined,
    filter.category?.length ? inArray(prompts.category, [...filter.category]) : undefined,
    filter.status?.length ? inArray(prompts.status, [...filter.status]) : undefined,
    ...(filter.tags ?? []).map(
      (
        name,
      ) => sql`exists (select 1 from ${promptTags} pt join ${tags} t on t.library_id = pt.library_id and t.id = pt.tag_id
        where pt.library_id = ${prompts.libraryId} and pt.prompt_id = ${prompts.id} and t.name = ${name})`,
    ),
  )
}

export function createPromptStore(db: Database) {
  return {
    async insertPrompts(q: Queryable, rows: NewPromptRow[]): Promise<void> {
      await q.insert(prompts).values(rows)
    },

    async updatePrompt(
      q: Queryable,
      row: PromptRow,
      values: Partial<typeof prompts.$inferInsert>,
    ): Promise<PromptRow> {
      const [after] = await q
        .update(prompts)
        .set(values)
        .where(and(eq(prompts.libraryId, row.libraryId), eq(prompts.id, row.id)))
        .returning(promptColumns)
      return after!
    },

    /** Notes the first commits of new prompts: one statement for all. */
    async setHeads(
      q: Queryable,
      libraryId: string,
      heads: readonly { promptId: string; id: string; version: string | null }[],
    ): Promise<void> {
      if (heads.length === 0) return
      const values = sql.join(
        heads.map((head) => sql`(${head.promptId}::uuid, ${head.id}::text, ${head.version}::text)`),
        sql`, `,
      )
      await q.execute(sql`update ${prompts} set head_commit_id = v.head, version = v.version
        from (values ${values}) as v(id, head, version)
        where ${prompts.libraryId} = ${libraryId} and ${prompts.id} = v.id`)
    },

    /** Renews the searched text after a change of name, key or description; the content comes from the head. */
    async refreshSearchText(q: Queryable, row: PromptRow): Promise<void> {
      await q.execute(sql`update ${prompts} set search_text = ${`${row.name}\n${row.key}\n${row.description}\n`}::text
          || coalesce((select b.content from commits c join ${blobs} b on b.library_id = c.library_id and b.hash = c.content_hash
               where c.library_id = ${row.libraryId} and c.prompt_id = ${row.id} and c.id = ${row.headCommitId}), '')
        where ${prompts.libraryId} = ${row.libraryId} and ${prompts.id} = ${row.id}`)
    },

    /** @throws NotFoundError where there is none, or it was deleted */
    async lockPrompt(q: Queryable, libraryId: string, id: string): Promise<PromptRow> {
      const [row] = await q
        .select(promptColumns)
        .from(prompts)
        .where(and(eq(prompts.libraryId, libraryId), eq(prompts.id, id), isNull(prompts.deletedAt)))
        .for('update')
      if (!row) throw new NotFoundError('The prompt')
      return row
    },

    async findByKey(q: Queryable, libraryId: string, key: string): Promise<PromptRow | null> {
      const [row] = await q
        .select(promptColumns)
        .from(prompts)
        .where(and(eq(prompts.libraryId, libraryId), eq(prompts.key, key), isNull(prompts.deletedAt)))
      return row ?? null
    },

    /** Deleted ones too: their keys are not given again. */
    findByKeys(q: Queryable, libraryId: string, keys: readonly string[]): Promise<PromptRow[]> {
      return q
        .select(promptColumns)
        .from(prompts)
        .where(and(eq(prompts.libraryId, libraryId), inArray(prompts.key, [...keys])))
    },

    findPrompts(libraryId: string, ids: readonly string[]): Promise<PromptRow[]> {
      return db
        .select(promptColumns)
        .from(prompts)
        .where(
          and(eq(prompts.libraryId, libraryId), inArray(prompts.id, [...ids]), isNull(prompts.deletedAt)),
        )
    },

    listPrompts(
      libraryId: string,
      filter: PromptFilter,
      field: PromptOrderField,
      window: Window,
    ): Promise<PromptRow[]> {
      const { column, toSql } = ORDER[field]
      const past = window.descending ? lt : gt
      const by = window.descending ? desc : asc
      const start = window.start
      const beyond = start
        ? or(
            past(column, toSql(start[0])),
            and(eq(column, toSql(start[0])), past(prompts.id, start[1] as string)),
          )
        : undefined
      return db
        .select(promptColumns)
        .from(prompts)
        .where(and(conditions(libraryId, filter), beyond))
        .orderBy(by(column), by(prompts.id))
        .limit(window.limit)
    },

    async countPrompts(libraryId: string, filter: PromptFilter): Promise<number> {
      const [row] = await db.select({ count: count() }).from(prompts).where(conditions(libraryId, filter))
      return row!.count
    },

    /** How many prompts of the filter have each value; a facet leaves out its own choice, so that the others stay in sight. */
    facet(
      libraryId: string,
      filter: PromptFilter,
      facet: 'category' | 'status',
    ): Promise<{ value: string; count: number }[]> {
      const column = prompts[facet]
      return db
        .select({ value: column, count: count() })
        .from(prompts)
        .where(conditions(libraryId, { ...filter, [facet]: null }))
        .groupBy(column)
        .orderBy(desc(count()), column)
    },

    tagFacet(
      libraryId: string,
      filter: PromptFilter,
      limit: number,
    ): Promise<{ value: string; count: number }[]> {
      return db
        .select({ value: tags.name, count: count() })
        .from(prompts)
        .innerJoin(
          promptTags,
          and(eq(promptTags.libraryId, prompts.libraryId), eq(promptTags.promptId, prompts.id)),
        )
        .innerJoin(tags, and(eq(tags.libraryId, promptTags.libraryId), eq(tags.id, promptTags.tagId)))
        .where(conditions(libraryId, filter))
        .groupBy(tags.name)
        .orderBy(desc(count()), tags.name)
        .limit(limit)
    },

    /** The surroundings of the first hit in the committed content; one statement for any number of prompts. */
    async excerpts(libraryId: string, search: string, promptIds: readonly string[], reach: number) {
      const position = sql<number>`position(lower(${search}) in lower(${blobs.content}))`
      return db
        .select({
          promptId: branches.promptId,
          position,
          text: sql<string>`substring(${blobs.content} from greatest(${position} - ${reach}::int, 1) for ${reach * 2 + search.length}::int)`,
        })
        .from(prompts)
        .innerJoin(
          branches,
          and(
            eq(branches.libraryId, prompts.libraryId),
            eq(branches.promptId, prompts.id),
            eq(branches.name, 'main'),
          ),
        )
        .innerJoin(
          blobs,
          and(
            eq(blobs.libraryId, prompts.libraryId),
            sql`${blobs.hash} = (select content_hash from commits c where c.library_id = ${prompts.libraryId} and c.prompt_id = ${prompts.id} and c.id = ${prompts.headCommitId})`,
          ),
        )
        .where(
          and(eq(prompts.libraryId, libraryId), inArray(prompts.id, [...promptIds]), sql`${position} > 0`),
        )
    },

    /** Tag rows by name; missing ones are created. */
    async ensureTags(
      q: Queryable,
      libraryId: string,
      wanted: readonly Omit<TagRow, 'libraryId'>[],
    ): Promise<TagRow[]> {
      if (wanted.length === 0) return []
      await q
        .insert(tags)
        .values(wanted.map((tag) => ({ ...tag, libraryId })))
        .onConflictDoNothing({ target: [tags.libraryId, tags.name] })
      return (
        q
          .select()
          .from(tags)
          .where(
            and(
              eq(tags.libraryId, libraryId),
              inArray(
                tags.name,
                wanted.map((tag) => tag.name),
              ),
            ),
          )
          // Nobody takes one of them away before this transaction has used it.
          .for('key share')
      )
    },

    async setTags(
      q: Queryable,
      libraryId: string,
      promptId: string,
      tagIds: readonly string[],
    ): Promise<void> {
      await q
        .delete(promptTags)
        .where(and(eq(promptTags.libraryId, libraryId), eq(promptTags.promptId, promptId)))
      await this.insertPromptTags(
        q,
        tagIds.map((tagId) => ({ libraryId, promptId, tagId })),
      )
    },

    async insertPromptTags(q: Queryable, rows: (typeof promptTags.$inferInsert)[]): Promise<void> {
      if (rows.length > 0) await q.insert(promptTags).values(rows).onConflictDoNothing()
    },

    tagsOf(
      q: Queryable,
      libraryId: string,
      promptIds: readonly string[],
    ): Promise<{ promptId: string; tag: TagRow }[]> {
      return q
        .select({ promptId: promptTags.promptId, tag: tags })
        .from(promptTags)
        .innerJoin(tags, and(eq(tags.libraryId, promptTags.libraryId), eq(tags.id, promptTags.tagId)))
        .where(and(eq(promptTags.libraryId, libraryId), inArray(promptTags.promptId, [...promptIds])))
        .orderBy(tags.name)
    },

    async findTag(libraryId: string, id: string): Promise<TagRow | null> {
      const [row] = await db
        .select()
        .from(tags)
        .where(and(eq(tags.libraryId, libraryId), eq(tags.id, id)))
      return row ?? null
    },
  }
}

export type PromptStore = ReturnType<typeof createPromptStore>
