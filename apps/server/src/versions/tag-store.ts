import { and, count, desc, eq, inArray } from 'drizzle-orm'
import type { Database, Queryable } from '../platform/database.ts'
import { ofLivingPrompt } from '../prompts/store.ts'
import { commitTags } from './tables.ts'

export type CommitTagRow = typeof commitTags.$inferSelect

/** Names on commits: only inserted. */
export function createTagStore(db: Database) {
  return {
    async insertTag(q: Queryable, row: CommitTagRow): Promise<void> {
      await q.insert(commitTags).values(row)
    },

    async findTag(libraryId: string, id: string): Promise<CommitTagRow | null> {
      const [row] = await db
        .select()
        .from(commitTags)
        .where(
          and(
            eq(commitTags.libraryId, libraryId),
            eq(commitTags.id, id),
            ofLivingPrompt(commitTags.libraryId, commitTags.promptId),
          ),
        )
      return row ?? null
    },

    async tagNamed(
      q: Queryable,
      libraryId: string,
      promptId: string,
      name: string,
    ): Promise<CommitTagRow | null> {
      const [row] = await q
        .select()
        .from(commitTags)
        .where(
          and(
            eq(commitTags.libraryId, libraryId),
            eq(commitTags.promptId, promptId),
            eq(commitTags.name, name),
          ),
        )
      return row ?? null
    },

    async countTags(q: Queryable, libraryId: string, promptId: string): Promise<number> {
      const [row] = await q
        .select({ count: count() })
        .from(commitTags)
        .where(and(eq(commitTags.libraryId, libraryId), eq(commitTags.promptId, promptId)))
      return row!.count
    },

    /** Tags of prompts, the newest first. */
    tagsOfPrompts(libraryId: string, promptIds: readonly string[]): Promise<CommitTagRow[]> {
      return db
        .select()
        .from(commitTags)
        .where(and(eq(commitTags.libraryId, libraryId), inArray(commitTags.promptId, [...promptIds])))
        .orderBy(desc(commitTags.createdAt), desc(commitTags.id))
    },

    /** Tags of commits, the oldest first. Two prompts may hold a commit of the same id, so prompts are named too. */
    tagsOfCommits(
      libraryId: string,
      promptIds: readonly string[],
      commitIds: readonly string[],
    ): Promise<CommitTagRow[]> {
      return db
        .select()
        .from(commitTags)
        .where(
          and(
            eq(commitTags.libraryId, libraryId),
            inArray(commitTags.promptId, [...promptIds]),
            inArray(commitTags.commitId, [...commitIds]),
          ),
        )
        .orderBy(commitTags.createdAt, commitTags.id)
    },
  }
}
