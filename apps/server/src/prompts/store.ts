import { and, eq, getTableColumns, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Database, Queryable } from '../platform/database.ts'
import { NotFoundError } from '../platform/errors.ts'
import { prompts, promptTags, tags } from './tables.ts'

/** What a statement reads of a prompt. */
export const promptColumns = getTableColumns(prompts)

export type PromptRow = typeof prompts.$inferSelect
export type NewPromptRow = typeof prompts.$inferInsert & PromptRow
export type TagRow = typeof tags.$inferSelect

/** Whether a row belongs to a prompt that was not deleted: what belongs to a deleted one is as good as missing. */
export function ofLivingPrompt(libraryId: PgColumn, promptId: PgColumn): SQL {
  return sql`not exists (select 1 from ${prompts} deleted where deleted.library_id = ${libraryId}
    and deleted.id = ${promptId} and deleted.deleted_at is not null)`
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

    /**
     * Tag rows by name; missing ones are created. Nobody takes one of them away before this transaction has used it; who was
     * about to is waited for, and the tag created anew.
     */
    async ensureTags(
      q: Queryable,
      libraryId: string,
      wanted: readonly Omit<TagRow, 'libraryId'>[],
    ): Promise<TagRow[]> {
      if (wanted.length === 0) return []
      // In one order, so that two transactions with the same tags wait for one another instead of for ever.
      const sorted = wanted.toSorted((a, b) => (a.name < b.name ? -1 : 1))
      const names = sorted.map((tag) => tag.name)
      for (;;) {
        await q
          .insert(tags)
          .values(sorted.map((tag) => ({ ...tag, libraryId })))
          .onConflictDoNothing({ target: [tags.libraryId, tags.name] })
        const rows = await q
          .select()
          .from(tags)
          .where(and(eq(tags.libraryId, libraryId), inArray(tags.name, names)))
          .orderBy(tags.id)
          .for('key share')
        if (rows.length === names.length) return rows
      }
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
