import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  gt,
  ilike,
  inArray,
  lt,
  max,
  ne,
  not,
  or,
  type SQL,
} from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { libraries } from '../libraries/tables.ts'
import type { Database, Queryable, Transaction } from '../platform/database.ts'
import type { Window } from '../platform/paging.ts'
import { ofLivingPrompt } from '../prompts/store.ts'
import type { BranchRow } from '../versions/index.ts'
import { branches } from '../versions/tables.ts'
import { changeRequests, changeReviews } from './tables.ts'

export type ChangeRequestRow = typeof changeRequests.$inferSelect
export type ChangeRequestStatus = 'open' | 'merged' | 'closed'

/** Which change requests; absent fields do not narrow. */
export interface ChangeRequestQuery {
  readonly promptId?: string
  readonly statuses?: readonly string[]
  readonly authorId?: string
  readonly ids?: readonly string[]
  /** Each must stand in the title, or be the number. */
  readonly words?: readonly string[]
}

/** A change request with the rows of its branches, as they are at one moment. */
export interface ChangeRequestWithBranches {
  readonly request: ChangeRequestRow
  readonly source: BranchRow
  readonly target: BranchRow
}

const sourceBranch = alias(branches, 'source_branch')
const targetBranch = alias(branches, 'target_branch')

/** Text as it is meant, inside a LIKE pattern. */
function likeLiteral(text: string): string {
  return `%${text.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`
}

function hasWord(word: string): SQL | undefined {
  const number = /^#?([1-9]\d{0,8})$/.exec(word)?.[1]
  return or(
    ilike(changeRequests.title, likeLiteral(word)),
    number ? eq(changeRequests.number, Number(number)) : undefined,
  )
}

function conditions(libraryId: string, query: ChangeRequestQuery): SQL | undefined {
  const { promptId, statuses, authorId, ids, words = [] } = query
  return and(
    eq(changeRequests.libraryId, libraryId),
    ofLivingPrompt(changeRequests.libraryId, changeRequests.promptId),
    promptId ? eq(changeRequests.promptId, promptId) : undefined,
    statuses ? inArray(changeRequests.status, [...statuses]) : undefined,
    authorId ? eq(changeRequests.authorId, authorId) : undefined,
    ids ? inArray(changeRequests.id, [...ids]) : undefined,
    ...words.map(hasWord),
  )
}

function beyond({ start, descending }: Window): SQL | undefined {
  if (!start) return undefined
  const [at, id] = [new Date(start[0] as string), start[1] as string]
  const past = descending ? lt : gt
  return or(
    past(changeRequests.updatedAt, at),
    and(eq(changeRequests.updatedAt, at), past(changeRequests.id, id)),
  )
}

/** Change requests themselves. */
export function createChangeRequestStore(db: Database) {
  const one = (libraryId: string, id: string) =>
    and(eq(changeRequests.libraryId, libraryId), eq(changeRequests.id, id))

  return {
    /**
     * The number of the library's next change request. The library's row stays locked until the transaction ends, so that numbers are
     * dense: one that is rolled back is given again. The lock leaves references to the library alone, so that nothing else waits for it.
     * (The head of the audit chain would do too, but it is taken last, when the number must be known already.)
     */
    async nextNumber(tx: Transaction, libraryId: string): Promise<number> {
      await tx
        .select({ libraryId: libraries.libraryId })
        .from(libraries)
        .where(eq(libraries.libraryId, libraryId))
        .for('no key update')
      const [row] = await tx
        .select({ last: max(changeRequests.number) })
        .from(changeRequests)
        .where(eq(changeRequests.libraryId, libraryId))
      return (row?.last ?? 0) + 1
    },

    async insert(tx: Transaction, row: ChangeRequestRow): Promise<void> {
      await tx.insert(changeRequests).values(row)
    },

    async update(
      tx: Transaction,
      row: ChangeRequestRow,
      values: Partial<ChangeRequestRow>,
    ): Promise<ChangeRequestRow> {
      const [after] = await tx
        .update(changeRequests)
        .set(values)
        .where(one(row.libraryId, row.id))
        .returning()
      return after!
    },

    /** The row, locked: what is decided about a change request is decided one after the other. */
    async lock(tx: Transaction, libraryId: string, id: string): Promise<ChangeRequestRow | null> {
      const [row] = await tx.select().from(changeRequests).where(one(libraryId, id)).for('update')
      return row ?? null
    },

    find(q: Queryable, libraryId: string, ids: readonly string[]): Promise<ChangeRequestRow[]> {
      return q.select().from(changeRequests).where(conditions(libraryId, { ids }))
    },

    async findByNumber(libraryId: string, number: number): Promise<ChangeRequestRow | null> {
      const [row] = await db
        .select()
        .from(changeRequests)
        .where(and(conditions(libraryId, {}), eq(changeRequests.number, number)))
      return row ?? null
    },

    /** The change requests that some commits merged. Two prompts may hold a commit of the same id, so prompts are named too. */
    mergedAs(
      libraryId: string,
      promptIds: readonly string[],
      commitIds: readonly string[],
    ): Promise<ChangeRequestRow[]> {
      return db
        .select()
        .from(changeRequests)
        .where(
          and(
            eq(changeRequests.libraryId, libraryId),
            inArray(changeRequests.promptId, [...promptIds]),
            inArray(changeRequests.mergeCommitId, [...commitIds]),
          ),
        )
    },

    /** Change requests with their branches: one statement for any number. */
    withBranches(
      q: Queryable,
      libraryId: string,
      ids: readonly string[],
    ): Promise<ChangeRequestWithBranches[]> {
      return q
        .select({ request: changeRequests, source: sourceBranch, target: targetBranch })
        .from(changeRequests)
        .innerJoin(
          sourceBranch,
          and(
            eq(sourceBranch.libraryId, changeRequests.libraryId),
            eq(sourceBranch.id, changeRequests.sourceBranchId),
          ),
        )
        .innerJoin(
          targetBranch,
          and(
            eq(targetBranch.libraryId, changeRequests.libraryId),
            eq(targetBranch.id, changeRequests.targetBranchId),
          ),
        )
        .where(and(eq(changeRequests.libraryId, libraryId), inArray(changeRequests.id, [...ids])))
    },

    /** Open change requests that name one of the branches as source, newest first. */
    openFrom(q: Queryable, libraryId: string, sourceIds: readonly string[]): Promise<ChangeRequestRow[]> {
      return q
        .select()
        .from(changeRequests)
        .where(
          and(
            eq(changeRequests.libraryId, libraryId),
            inArray(changeRequests.sourceBranchId, [...sourceIds]),
            eq(changeRequests.status, 'open'),
          ),
        )
        .orderBy(desc(changeRequests.number))
    },

    /** Open change requests by others whose present head an actor has not judged: what may wait for them, newest activity first. */
    async unjudged(
      libraryId: string,
      query: ChangeRequestQuery,
      actorId: string,
      limit: number,
    ): Promise<string[]> {
      const judged = db
        .select({ id: changeReviews.id })
        .from(changeReviews)
        .where(
          and(
            eq(changeReviews.libraryId, changeRequests.libraryId),
            eq(changeReviews.changeRequestId, changeRequests.id),
            eq(changeReviews.authorId, actorId),
            eq(changeReviews.commitId, sourceBranch.headCommitId),
            ne(changeReviews.verdict, 'comment'),
          ),
        )
      const rows = await db
        .select({ id: changeRequests.id })
        .from(changeRequests)
        .innerJoin(
          sourceBranch,
          and(
            eq(sourceBranch.libraryId, changeRequests.libraryId),
            eq(sourceBranch.id, changeRequests.sourceBranchId),
          ),
        )
        .where(
          and(
            conditions(libraryId, query),
            eq(changeRequests.status, 'open'),
            ne(changeRequests.authorId, actorId),
            not(exists(judged)),
          ),
        )
        .orderBy(desc(changeRequests.updatedAt), desc(changeRequests.id))
        .limit(limit)
      return rows.map(({ id }) => id)
    },

    list(libraryId: string, query: ChangeRequestQuery, window: Window): Promise<ChangeRequestRow[]> {
      const by = window.descending ? desc : asc
      return db
        .select()
        .from(changeRequests)
        .where(and(conditions(libraryId, query), beyond(window)))
        .orderBy(by(changeRequests.updatedAt), by(changeRequests.id))
        .limit(window.limit)
    },

    async count(libraryId: string, query: ChangeRequestQuery): Promise<number> {
      const [row] = await db
        .select({ count: count() })
        .from(changeRequests)
        .where(conditions(libraryId, query))
      return row!.count
    },
  }
}

export type ChangeRequestStore = ReturnType<typeof createChangeRequestStore>
