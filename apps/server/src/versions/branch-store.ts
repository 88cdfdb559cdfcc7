import { and, asc, count, desc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { changeRequests } from '../change-requests/tables.ts'
import type { Database, Queryable } from '../platform/database.ts'
import { ofLivingPrompt } from '../prompts/store.ts'
import type { BranchRow } from './store.ts'
import { branches } from './tables.ts'

/** Branches, deleted ones included where it does not say otherwise. */
export function createBranchStore(db: Database) {
  const is = ({ libraryId, id }: Pick<BranchRow, 'libraryId' | 'id'>) =>
    and(eq(branches.libraryId, libraryId), eq(branches.id, id))

  return {
    async insertBranches(q: Queryable, rows: BranchRow[]): Promise<void> {
      await q.insert(branches).values(rows)
    },

    /** Locks branches in one order, whoever asks; missing ones are left out. */
    lockBranches(q: Queryable, libraryId: string, ids: readonly string[]): Promise<BranchRow[]> {
      return q
        .select()
        .from(branches)
        .where(and(eq(branches.libraryId, libraryId), inArray(branches.id, [...ids])))
        .orderBy(asc(branches.id))
        .for('update')
    },

    async lockBranch(q: Queryable, libraryId: string, id: string): Promise<BranchRow | null> {
      const [row] = await q.select().from(branches).where(is({ libraryId, id })).for('update')
      return row ?? null
    },

    async updateBranch(
      q: Queryable,
      branch: BranchRow,
      values: Partial<
        Pick<BranchRow, 'name' | 'protected' | 'deletedAt' | 'headCommitId' | 'liveCommitId' | 'type'>
      >,
    ): Promise<BranchRow> {
      const [row] = await q.update(branches).set(values).where(is(branch)).returning()
      return row!
    },

    findBranches(libraryId: string, ids: readonly string[]): Promise<BranchRow[]> {
      return db
        .select()
        .from(branches)
        .where(
          and(
            eq(branches.libraryId, libraryId),
            inArray(branches.id, [...ids]),
            ofLivingPrompt(branches.libraryId, branches.promptId),
          ),
        )
    },

    /** Living branches of prompts, main first, then by age. */
    branchesOf(q: Queryable, libraryId: string, promptIds: readonly string[]): Promise<BranchRow[]> {
      return q
        .select()
        .from(branches)
        .where(
          and(
            eq(branches.libraryId, libraryId),
            inArray(branches.promptId, [...promptIds]),
            isNull(branches.deletedAt),
          ),
        )
        .orderBy(sql`${branches.type} <> 'main'`, branches.createdAt, branches.id)
    },

    /** Branches of a prompt that were deleted, the last one first. */
    deletedBranches(libraryId: string, promptId: string, limit: number): Promise<BranchRow[]> {
      return db
        .select()
        .from(branches)
        .where(
          and(
            eq(branches.libraryId, libraryId),
            eq(branches.promptId, promptId),
            isNotNull(branches.deletedAt),
          ),
        )
        .orderBy(desc(branches.deletedAt), desc(branches.id))
        .limit(limit)
    },

    async countBranches(q: Queryable, libraryId: string, promptId: string): Promise<number> {
      const [row] = await q
        .select({ count: count() })
        .from(branches)
        .where(
          and(eq(branches.libraryId, libraryId), eq(branches.promptId, promptId), isNull(branches.deletedAt)),
        )
      return row!.count
    },

    async branchOfDocument(libraryId: string, documentId: string): Promise<BranchRow | null> {
      const [row] = await db
        .select()
        .from(branches)
        .where(
          and(
            eq(branches.libraryId, libraryId),
            eq(branches.documentId, documentId),
            ofLivingPrompt(branches.libraryId, branches.promptId),
          ),
        )
      return row ?? null
    },

    /** Numbers of the open change requests that name a branch. */
    async openChangeRequests(q: Queryable, branch: BranchRow): Promise<number[]> {
      const rows = await q
        .select({ number: changeRequests.number })
        .from(changeRequests)
        .where(
          and(
            eq(changeRequests.libraryId, branch.libraryId),
            eq(changeRequests.status, 'open'),
            or(eq(changeRequests.sourceBranchId, branch.id), eq(changeRequests.targetBranchId, branch.id)),
          ),
        )
        .orderBy(changeRequests.number)
      return rows.map((row) => row.number)
    },
  }
}
