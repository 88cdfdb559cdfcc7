import { and, asc, count, eq, inArray } from 'drizzle-orm'
import type { Database, Queryable, Transaction } from '../platform/database.ts'
import { changeComments, changeReviews } from './tables.ts'

export type ReviewRow = typeof changeReviews.$inferSelect
export type CommentRow = typeof changeComments.$inferSelect

/** Reviews and comments of change requests. */
export function createDiscussionStore(db: Database) {
  return {
    async insertReview(tx: Transaction, row: ReviewRow): Promise<void> {
      await tx.insert(changeReviews).values(row)
    },

    /** Reviews of change requests, oldest first. */
    reviewsOf(q: Queryable, libraryId: string, requestIds: readonly string[]): Promise<ReviewRow[]> {
      return q
        .select()
        .from(changeReviews)
        .where(
          and(
            eq(changeReviews.libraryId, libraryId),
            inArray(changeReviews.changeRequestId, [...requestIds]),
          ),
        )
        .orderBy(asc(changeReviews.createdAt), asc(changeReviews.id))
    },

    async countReviews(tx: Transaction, libraryId: string, requestId: string): Promise<number> {
      const [row] = await tx
        .select({ count: count() })
        .from(changeReviews)
        .where(and(eq(changeReviews.libraryId, libraryId), eq(changeReviews.changeRequestId, requestId)))
      return row!.count
    },

    findReviews(libraryId: string, ids: readonly string[]): Promise<ReviewRow[]> {
      return db
        .select()
        .from(changeReviews)
        .where(and(eq(changeReviews.libraryId, libraryId), inArray(changeReviews.id, [...ids])))
    },

    async insertComment(tx: Transaction, row: CommentRow): Promise<void> {
      await tx.insert(changeComments).values(row)
    },

    async updateComment(tx: Transaction, row: CommentRow, values: Partial<CommentRow>): Promise<CommentRow> {
      const [after] = await tx
        .update(changeComments)
        .set(values)
        .where(and(eq(changeComments.libraryId, row.libraryId), eq(changeComments.id, row.id)))
        .returning()
      return after!
    },

    /** Comments of change requests, oldest first. */
    commentsOf(q: Queryable, libraryId: string, requestIds: readonly string[]): Promise<CommentRow[]> {
      return q
        .select()
        .from(changeComments)
        .where(
          and(
            eq(changeComments.libraryId, libraryId),
            inArray(changeComments.changeRequestId, [...requestIds]),
          ),
        )
        .orderBy(asc(changeComments.createdAt), asc(changeComments.id))
    },

    async countComments(tx: Transaction, libraryId: string, requestId: string): Promise<number> {
      const [row] = await tx
        .select({ count: count() })
        .from(changeComments)
        .where(and(eq(changeComments.libraryId, libraryId), eq(changeComments.changeRequestId, requestId)))
      return row!.count
    },

    findComments(q: Queryable, libraryId: string, ids: readonly string[]): Promise<CommentRow[]> {
      return q
        .select()
        .from(changeComments)
        .where(and(eq(changeComments.libraryId, libraryId), inArray(changeComments.id, [...ids])))
    },
  }
}

export type DiscussionStore = ReturnType<typeof createDiscussionStore>
