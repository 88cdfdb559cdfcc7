import { and, asc, count, desc, eq, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { users } from '../accounts/tables.ts'
import type { Database, Queryable } from '../platform/database.ts'
import type { Window } from '../platform/paging.ts'
import { prompts } from '../prompts/tables.ts'
import { favourites, openedPrompts, savedSearches } from './tables.ts'

export type FavouriteRow = typeof favourites.$inferSelect
export type SavedSearchRow = typeof savedSearches.$inferSelect

/** A person in a library: whose shelf it is. */
export interface Keeper {
  readonly libraryId: string
  readonly userId: string
}

export function createShelfStore(db: Database) {
  const ofFavourites = ({ libraryId, userId }: Keeper) =>
    and(eq(favourites.libraryId, libraryId), eq(favourites.userId, userId))
  const ofOpened = ({ libraryId, userId }: Keeper) =>
    and(eq(openedPrompts.libraryId, libraryId), eq(openedPrompts.userId, userId))
  /** Their own, and those that others share. */
  const seenBy = ({ libraryId, userId }: Keeper) =>
    and(
      eq(savedSearches.libraryId, libraryId),
      or(eq(savedSearches.userId, userId), eq(savedSearches.shared, true)),
    )
  const existing = (
    libraryId: typeof favourites.libraryId | typeof openedPrompts.libraryId,
    id: typeof favourites.promptId | typeof openedPrompts.promptId,
  ) => and(eq(prompts.libraryId, libraryId), eq(prompts.id, id), isNull(prompts.deletedAt))

  return {
    async addFavourite(row: FavouriteRow): Promise<void> {
      await db.insert(favourites).values(row).onConflictDoNothing()
    },

    async removeFavourite(keeper: Keeper, promptId: string): Promise<void> {
      await db.delete(favourites).where(and(ofFavourites(keeper), eq(favourites.promptId, promptId)))
    },

    /** Which of the prompts somebody marked: one statement. */
    async favouritesAmong(keeper: Keeper, promptIds: readonly string[]): Promise<Map<string, true>> {
      const rows = await db
        .select({ promptId: favourites.promptId })
        .from(favourites)
        .where(and(ofFavourites(keeper), inArray(favourites.promptId, [...promptIds])))
      return new Map(rows.map(({ promptId }) => [promptId, true]))
    },

    async listFavourites(keeper: Keeper, { start, descending, limit }: Window): Promise<FavouriteRow[]> {
      const past = descending ? lt : gt
      const by = descending ? desc : asc
      const at = start && new Date(start[0] as string)
      const rows = await db
        .select({ row: favourites })
        .from(favourites)
        .innerJoin(prompts, existing(favourites.libraryId, favourites.promptId))
        .where(
          and(
            ofFavourites(keeper),
            start && at
              ? or(
                  past(favourites.createdAt, at),
                  and(eq(favourites.createdAt, at), past(favourites.promptId, start[1] as string)),
                )
              : undefined,
          ),
        )
        .orderBy(by(favourites.createdAt), by(favourites.promptId))
        .limit(limit)
      return rows.map(({ row }) => row)
    },

    async countFavourites(keeper: Keeper): Promise<number> {
      const [row] = await db
        .select({ count: count() })
        .from(favourites)
        .innerJoin(prompts, existing(favourites.libraryId, favourites.promptId))
        .where(ofFavourites(keeper))
      return row!.count
    },

    /** Notes that somebody opened a prompt, and forgets what they opened long before. */
    async noteOpened(keeper: Keeper, promptId: string, openedAt: Date, most: number): Promise<void> {
      await db
        .insert(openedPrompts)
        .values({ ...keeper, promptId, openedAt })
        .onConflictDoUpdate({
          target: [openedPrompts.libraryId, openedPrompts.userId, openedPrompts.promptId],
          set: { openedAt },
        })
      await db.execute(sql`delete from ${openedPrompts} where ${ofOpened(keeper)} and ${openedPrompts.promptId} in
        (select prompt_id from ${openedPrompts} where ${ofOpened(keeper)}
         order by opened_at desc, prompt_id offset ${most})`)
    },

    /** Ids of the prompts somebody opened last, the latest first. */
    async lastOpened(keeper: Keeper, limit: number): Promise<string[]> {
      const rows = await db
        .select({ promptId: openedPrompts.promptId })
        .from(openedPrompts)
        .innerJoin(prompts, existing(openedPrompts.libraryId, openedPrompts.promptId))
        .where(ofOpened(keeper))
        .orderBy(desc(openedPrompts.openedAt), asc(openedPrompts.promptId))
        .limit(limit)
      return rows.map(({ promptId }) => promptId)
    },

    listSearches(keeper: Keeper, { start, descending, limit }: Window): Promise<SavedSearchRow[]> {
      const past = descending ? lt : gt
      const by = descending ? desc : asc
      const [name, id] = (start ?? []) as string[]
      return db
        .select()
        .from(savedSearches)
        .where(
          and(
            seenBy(keeper),
            start
              ? or(
                  past(savedSearches.name, name!),
                  and(eq(savedSearches.name, name!), past(savedSearches.id, id!)),
                )
              : undefined,
          ),
        )
        .orderBy(by(savedSearches.name), by(savedSearches.id))
        .limit(limit)
    },

    async countSearches(keeper: Keeper): Promise<number> {
      const [row] = await db.select({ count: count() }).from(savedSearches).where(seenBy(keeper))
      return row!.count
    },

    /** Lets one transaction at a time add to what a person keeps, so that a limit is not passed twice. */
    async lockKeeper(q: Queryable, { userId }: Keeper): Promise<void> {
      await q.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('no key update')
    },

    async countOwnSearches(q: Queryable, { libraryId, userId }: Keeper): Promise<number> {
      const [row] = await q
        .select({ count: count() })
        .from(savedSearches)
        .where(and(eq(savedSearches.libraryId, libraryId), eq(savedSearches.userId, userId)))
      return row!.count
    },

    async findSearch(keeper: Keeper, id: string): Promise<SavedSearchRow | null> {
      const [row] = await db
        .select()
        .from(savedSearches)
        .where(and(seenBy(keeper), eq(savedSearches.id, id)))
      return row ?? null
    },

    async lockSearch(q: Queryable, keeper: Keeper, id: string): Promise<SavedSearchRow | null> {
      const [row] = await q
        .select()
        .from(savedSearches)
        .where(and(seenBy(keeper), eq(savedSearches.id, id)))
        .for('update')
      return row ?? null
    },

    async insertSearch(q: Queryable, row: SavedSearchRow): Promise<void> {
      await q.insert(savedSearches).values(row)
    },

    async updateSearch(q: Queryable, row: SavedSearchRow): Promise<void> {
      await q
        .update(savedSearches)
        .set({ name: row.name, query: row.query, shared: row.shared })
        .where(and(eq(savedSearches.libraryId, row.libraryId), eq(savedSearches.id, row.id)))
    },

    async deleteSearch(q: Queryable, row: SavedSearchRow): Promise<void> {
      await q
        .delete(savedSearches)
        .where(and(eq(savedSearches.libraryId, row.libraryId), eq(savedSearches.id, row.id)))
    },
  }
}

export type ShelfStore = ReturnType<typeof createShelfStore>
