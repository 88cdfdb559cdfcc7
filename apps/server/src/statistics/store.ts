import { and, count, countDistinct, eq, gte, isNull, sql } from 'drizzle-orm'
import { changeRequests } from '../change-requests/tables.ts'
import type { Database } from '../platform/database.ts'
import { prompts } from '../prompts/tables.ts'
import { commitAuthors, commits } from '../versions/tables.ts'

/** Prompts of one status and category. */
export interface PromptGroup {
  readonly status: string
  readonly category: string
  readonly count: number
  readonly stale: number
  readonly withErrors: number
}

/** Numbers of a library: each a statement, whatever the library holds. Deleted prompts are in none but those of commits. */
export function createStatisticsStore(db: Database) {
  return {
    /** @param staleBefore prompts last changed before are stale */
    groups(libraryId: string, staleBefore: Date): Promise<PromptGroup[]> {
      return db
        .select({
          status: prompts.status,
          category: prompts.category,
          count: count(),
          stale: sql<number>`(count(*) filter (where ${prompts.modifiedAt} < ${staleBefore.toISOString()}::timestamptz))::int`,
          withErrors: sql<number>`(count(*) filter (where ${prompts.errorCount} > 0))::int`,
        })
        .from(prompts)
        .where(and(eq(prompts.libraryId, libraryId), isNull(prompts.deletedAt)))
        .groupBy(prompts.status, prompts.category)
    },

    async countCommits(libraryId: string): Promise<number> {
      const [row] = await db.select({ count: count() }).from(commits).where(eq(commits.libraryId, libraryId))
      return row!.count
    },

    /** Commits of each UTC day that has some. */
    commitsByDay(libraryId: string, since: Date): Promise<{ day: string; count: number }[]> {
      const day = sql<string>`to_char(${commits.createdAt} at time zone 'UTC', 'YYYY-MM-DD')`
      return db
        .select({ day, count: count() })
        .from(commits)
        .where(and(eq(commits.libraryId, libraryId), gte(commits.createdAt, since)))
        .groupBy(day)
    },

    /** People and programs who wrote something that was committed. */
    async countContributors(libraryId: string, since: Date): Promise<number> {
      const [row] = await db
        .select({ count: countDistinct(commitAuthors.authorId) })
        .from(commits)
        .innerJoin(
          commitAuthors,
          and(
            eq(commitAuthors.libraryId, commits.libraryId),
            eq(commitAuthors.promptId, commits.promptId),
            eq(commitAuthors.commitId, commits.id),
          ),
        )
        .where(and(eq(commits.libraryId, libraryId), gte(commits.createdAt, since)))
      return row!.count
    },

    async countOpenChanges(libraryId: string): Promise<number> {
      const [row] = await db
        .select({ count: count() })
        .from(changeRequests)
        .innerJoin(
          prompts,
          and(eq(prompts.libraryId, changeRequests.libraryId), eq(prompts.id, changeRequests.promptId)),
        )
        .where(
          and(
            eq(changeRequests.libraryId, libraryId),
            eq(changeRequests.status, 'open'),
            isNull(prompts.deletedAt),
          ),
        )
      return row!.count
    },
  }
}
