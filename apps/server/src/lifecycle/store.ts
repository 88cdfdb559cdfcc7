import { and, asc, count, desc, eq, gt, lt, or } from 'drizzle-orm'
import type { Database, Queryable } from '../platform/database.ts'
import type { Window } from '../platform/paging.ts'
import { statusChanges } from './tables.ts'

export type StatusChangeRow = typeof statusChanges.$inferSelect

export function createLifecycleStore(db: Database) {
  const ofPrompt = (libraryId: string, promptId: string) =>
    and(eq(statusChanges.libraryId, libraryId), eq(statusChanges.promptId, promptId))

  return {
    async insert(q: Queryable, row: StatusChangeRow): Promise<void> {
      await q.insert(statusChanges).values(row)
    },

    /** The commit that was approved last; null when none was, or it had no commit. */
    async lastApproved(q: Queryable, libraryId: string, promptId: string): Promise<string | null> {
      const [row] = await q
        .select({ commitId: statusChanges.commitId })
        .from(statusChanges)
        .where(and(ofPrompt(libraryId, promptId), eq(statusChanges.to, 'approved')))
        .orderBy(desc(statusChanges.movedAt), desc(statusChanges.id))
        .limit(1)
      return row?.commitId ?? null
    },

    list(
      libraryId: string,
      promptId: string,
      { start, descending, limit }: Window,
    ): Promise<StatusChangeRow[]> {
      const [past, by] = descending ? [lt, desc] : [gt, asc]
      const at = start && new Date(start[0] as string)
      const beyond = at
        ? or(
            past(statusChanges.movedAt, at),
            and(eq(statusChanges.movedAt, at), past(statusChanges.id, start[1] as string)),
          )
        : undefined
      return db
        .select()
        .from(statusChanges)
        .where(and(ofPrompt(libraryId, promptId), beyond))
        .orderBy(by(statusChanges.movedAt), by(statusChanges.id))
        .limit(limit)
    },

    async count(libraryId: string, promptId: string): Promise<number> {
      const [row] = await db
        .select({ count: count() })
        .from(statusChanges)
        .where(ofPrompt(libraryId, promptId))
      return row!.count
    },
  }
}

export type LifecycleStore = ReturnType<typeof createLifecycleStore>
