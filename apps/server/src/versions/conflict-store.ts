import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm'
import type { Database, Queryable } from '../platform/database.ts'
import type { BranchRow, ConflictRow, MergeRow } from './store.ts'
import { branchMerges, documentConflicts } from './tables.ts'

type BranchKey = Pick<BranchRow, 'libraryId' | 'id'>

/** Merges under way, and places in live texts where two changes met. */
export function createConflictStore(db: Database) {
  const conflictsIn = ({ libraryId, id }: BranchKey) =>
    and(eq(documentConflicts.libraryId, libraryId), eq(documentConflicts.branchId, id))
  const conflictIs = ({ libraryId, id }: Pick<ConflictRow, 'libraryId' | 'id'>) =>
    and(eq(documentConflicts.libraryId, libraryId), eq(documentConflicts.id, id))
  const mergeOf = ({ libraryId, id }: BranchKey) =>
    and(eq(branchMerges.libraryId, libraryId), eq(branchMerges.branchId, id))

  return {
    async insertMerge(q: Queryable, row: MergeRow): Promise<void> {
      await q.insert(branchMerges).values(row)
    },

    /** Notes the live text before and after the other side arrived in it. */
    async setMergeTexts(
      q: Queryable,
      branch: BranchKey,
      texts: { readonly textBefore: string; readonly textAfter: string },
    ): Promise<void> {
      await q.update(branchMerges).set(texts).where(mergeOf(branch))
    },

    async findMerge(q: Queryable, branch: BranchKey): Promise<MergeRow | null> {
      const [row] = await q.select().from(branchMerges).where(mergeOf(branch))
      return row ?? null
    },

    mergesOf(libraryId: string, branchIds: readonly string[]): Promise<MergeRow[]> {
      return db
        .select()
        .from(branchMerges)
        .where(and(eq(branchMerges.libraryId, libraryId), inArray(branchMerges.branchId, [...branchIds])))
    },

    async deleteMerge(q: Queryable, branch: BranchKey): Promise<void> {
      await q.delete(branchMerges).where(mergeOf(branch))
    },

    async insertConflicts(q: Queryable, rows: readonly ConflictRow[]): Promise<void> {
      if (rows.length > 0) await q.insert(documentConflicts).values([...rows])
    },

    async updateConflict(
      q: Queryable,
      conflict: ConflictRow,
      values: Partial<
        Pick<ConflictRow, 'choice' | 'resolverKind' | 'resolverId' | 'resolverName' | 'resolvedAt'>
      >,
    ): Promise<ConflictRow | null> {
      const [row] = await q.update(documentConflicts).set(values).where(conflictIs(conflict)).returning()
      return row ?? null
    },

    async findConflict(q: Queryable, libraryId: string, id: string): Promise<ConflictRow | null> {
      const [row] = await q.select().from(documentConflicts).where(conflictIs({ libraryId, id }))
      return row ?? null
    },

    /** Conflicts of branches, in the order of the text. */
    conflictsOf(q: Queryable, libraryId: string, branchIds: readonly string[]): Promise<ConflictRow[]> {
      return q
        .select()
        .from(documentConflicts)
        .where(
          and(
            eq(documentConflicts.libraryId, libraryId),
            inArray(documentConflicts.branchId, [...branchIds]),
          ),
        )
        .orderBy(asc(documentConflicts.position), asc(documentConflicts.id))
    },

    async countUnresolved(q: Queryable, branch: BranchKey): Promise<number> {
      const [row] = await q
        .select({ count: count() })
        .from(documentConflicts)
        .where(and(conflictsIn(branch), isNull(documentConflicts.choice)))
      return row!.count
    },

    /** Deletes conflicts of a branch: all of them, or those named. */
    async deleteConflicts(q: Queryable, branch: BranchKey, ids?: readonly string[]): Promise<void> {
      if (ids?.length === 0) return
      const named = ids && inArray(documentConflicts.id, [...ids])
      await q.delete(documentConflicts).where(and(conflictsIn(branch), named))
    },
  }
}
