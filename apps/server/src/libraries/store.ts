import type { Level } from '@incipit/access'
import { and, asc, desc, eq, gt, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Database, Queryable } from '../platform/database.ts'
import type { Window } from '../platform/paging.ts'
import { apiKeys, invitations, libraries, members } from './tables.ts'

export type LibraryRow = typeof libraries.$inferSelect
export type MemberRow = typeof members.$inferSelect
export type InvitationRow = typeof invitations.$inferSelect
export type ApiKeyRow = typeof apiKeys.$inferSelect

/** Rows on one side of a (instant, id) key. */
function beyond(at: PgColumn, id: PgColumn, window: Window): SQL | undefined {
  const { start, descending } = window
  if (!start) return undefined
  const [instantText, rowId] = start
  const value = new Date(instantText as string)
  const past = descending ? lt : gt
  return or(past(at, value), and(eq(at, value), past(id, rowId as string)))
}

function inOrder(at: PgColumn, id: PgColumn, window: Window): SQL[] {
  const by = window.descending ? desc : asc
  return [by(at), by(id)]
}

const count = sql<number>`count(*)::int`

export function createLibraryStore(db: Database) {
  const levelOf = db
    .select({ level: members.level })
    .from(members)
    .where(
      and(eq(members.libraryId, sql.placeholder('libraryId')), eq(members.userId, sql.placeholder('userId'))),
    )
    .prepare('member_level')

  return {
    async findLevel(libraryId: string, userId: string): Promise<Level | null> {
      const [row] = await levelOf.execute({ libraryId, userId })
      return (row?.level as Level | undefined) ?? null
    },

    async insertLibrary(q: Queryable, row: LibraryRow): Promise<void> {
      await q.insert(libraries).values(row)
    },

    async updateLibrary(q: Queryable, libraryId: string, values: Partial<LibraryRow>): Promise<LibraryRow> {
      const [row] = await q
        .update(libraries)
        .set(values)
        .where(eq(libraries.libraryId, libraryId))
        .returning()
      return row!
    },

    async findBySlug(q: Queryable, slug: string): Promise<LibraryRow | null> {
      const [row] = await q.select().from(libraries).where(eq(libraries.slug, slug))
      return row ?? null
    },

    findLibraries(ids: readonly string[]): Promise<LibraryRow[]> {
      return db
        .select()
        .from(libraries)
        .where(inArray(libraries.libraryId, [...ids]))
    },

    async lockLibrary(q: Queryable, libraryId: string): Promise<LibraryRow> {
      const [row] = await q.select().from(libraries).where(eq(libraries.libraryId, libraryId)).for('update')
      return row!
    },

    /** Libraries a person belongs to, or the one of a key, by creation. */
    async listLibraries(
      whose: { userId: string } | { libraryId: string },
      window: Window,
    ): Promise<LibraryRow[]> {
      const rows = await db
        .selectDistinct({ library: libraries })
        .from(libraries)
        .leftJoin(members, eq(members.libraryId, libraries.libraryId))
        .where(
          and(
            'userId' in whose ? eq(members.userId, whose.userId) : eq(libraries.libraryId, whose.libraryId),
            beyond(libraries.createdAt, libraries.libraryId, window),
          ),
        )
        .orderBy(...inOrder(libraries.createdAt, libraries.libraryId, window))
        .limit(window.limit)
      return rows.map((row) => row.library)
    },

    async countLibraries(userId: string): Promise<number> {
      const [row] = await db.select({ count }).from(members).where(eq(members.userId, userId))
      return row!.count
    },

    async sharesLibrary(whose: { userId: string } | { libraryId: string }, userId: string): Promise<boolean> {
      const mine =
        'userId' in whose
          ? db.select({ id: members.libraryId }).from(members).where(eq(members.userId, whose.userId))
          : [whose.libraryId]
      const [row] = await db
        .select({ userId: members.userId })
        .from(members)
        .where(
          and(
            eq(members.userId, userId),
            Array.isArray(mine) ? inArray(members.libraryId, mine) : inArray(members.libraryId, mine),
          ),
        )
        .limit(1)
      return row !== undefined
    },

    async insertMember(q: Queryable, row: MemberRow): Promise<void> {
      await q.insert(members).values(row)
    },

    async findMember(q: Queryable, libraryId: string, userId: string): Promise<MemberRow | null> {
      const [row] = await q
        .select()
        .from(members)
        .where(and(eq(members.libraryId, libraryId), eq(members.userId, userId)))
      return row ?? null
    },

    /** Admins of a library, their rows locked, so that two cannot both stop being the last. */
    async lockAdmins(q: Queryable, libraryId: string): Promise<MemberRow[]> {
      return q
        .select()
        .from(members)
        .where(and(eq(members.libraryId, libraryId), eq(members.level, 'admin')))
        .orderBy(members.userId)
        .for('update')
    },

    async updateMember(q: Queryable, libraryId: string, userId: string, level: Level): Promise<MemberRow> {
      const [row] = await q
        .update(members)
        .set({ level })
        .where(and(eq(members.libraryId, libraryId), eq(members.userId, userId)))
        .returning()
      return row!
    },

    async deleteMember(q: Queryable, libraryId: string, userId: string): Promise<void> {
      await q.delete(members).where(and(eq(members.libraryId, libraryId), eq(members.userId, userId)))
    },

    listMembers(libraryId: string, window: Window): Promise<MemberRow[]> {
      return db
        .select()
        .from(members)
        .where(and(eq(members.libraryId, libraryId), beyond(members.joinedAt, members.userId, window)))
        .orderBy(...inOrder(members.joinedAt, members.userId, window))
        .limit(window.limit)
    },

    async countMembers(q: Queryable, libraryId: string): Promise<number> {
      const [row] = await q.select({ count }).from(members).where(eq(members.libraryId, libraryId))
      return row!.count
    },

    async insertInvitation(q: Queryable, row: InvitationRow): Promise<void> {
      await q.insert(invitations).values(row)
    },

    async findInvitation(q: Queryable, libraryId: string, id: string): Promise<InvitationRow | null> {
      const [row] = await q
        .select()
        .from(invitations)
        .where(and(eq(invitations.libraryId, libraryId), eq(invitations.id, id)))
      return row ?? null
    },

    async findInvitationByToken(tokenHash: Uint8Array): Promise<InvitationRow | null> {
      const [row] = await db.select().from(invitations).where(eq(invitations.tokenHash, tokenHash))
      return row ?? null
    },

    /** Open invitations for an address that an identity provider vouches for. */
    findOpenInvitations(email: string, now: Date): Promise<InvitationRow[]> {
      return db
        .select()
        .from(invitations)
        .where(
          and(
            sql`lower(${invitations.email}) = lower(${email})`,
            isNull(invitations.acceptedAt),
            isNull(invitations.revokedAt),
            gt(invitations.expiresAt, now),
          ),
        )
    },

    /** Marks an open invitation as used; null when it was used or revoked before. One of two racing callers gets it. */
    async useInvitation(q: Queryable, row: InvitationRow, now: Date): Promise<InvitationRow | null> {
      const [used] = await q
        .update(invitations)
        .set({ acceptedAt: now })
        .where(
          and(
            eq(invitations.libraryId, row.libraryId),
            eq(invitations.id, row.id),
            isNull(invitations.acceptedAt),
            isNull(invitations.revokedAt),
          ),
        )
        .returning()
      return used ?? null
    },

    async revokeInvitation(q: Queryable, row: InvitationRow, now: Date): Promise<InvitationRow> {
      const [revoked] = await q
        .update(invitations)
        .set({ revokedAt: now })
        .where(and(eq(invitations.libraryId, row.libraryId), eq(invitations.id, row.id)))
        .returning()
      return revoked!
    },

    listInvitations(libraryId: string, window: Window): Promise<InvitationRow[]> {
      return db
        .select()
        .from(invitations)
        .where(
          and(eq(invitations.libraryId, libraryId), beyond(invitations.createdAt, invitations.id, window)),
        )
        .orderBy(...inOrder(invitations.createdAt, invitations.id, window))
        .limit(window.limit)
    },

    async countInvitations(libraryId: string): Promise<number> {
      const [row] = await db.select({ count }).from(invitations).where(eq(invitations.libraryId, libraryId))
      return row!.count
    },

    async insertApiKey(q: Queryable, row: ApiKeyRow): Promise<void> {
      await q.insert(apiKeys).values(row)
    },

    async findApiKey(q: Queryable, libraryId: string, id: string): Promise<ApiKeyRow | null> {
      const [row] = await q
        .select()
        .from(apiKeys)
        .where(and(eq(apiKeys.libraryId, libraryId), eq(apiKeys.id, id)))
      return row ?? null
    },

    findApiKeys(libraryId: string, ids: readonly string[]): Promise<ApiKeyRow[]> {
      return db
        .select()
        .from(apiKeys)
        .where(and(eq(apiKeys.libraryId, libraryId), inArray(apiKeys.id, [...ids])))
    },

    async findApiKeyBySecret(secretHash: Uint8Array): Promise<ApiKeyRow | null> {
      const [row] = await db.select().from(apiKeys).where(eq(apiKeys.secretHash, secretHash))
      return row ?? null
    },

    async touchApiKey(row: ApiKeyRow, now: Date): Promise<void> {
      await db
        .update(apiKeys)
        .set({ lastUsedAt: now })
        .where(and(eq(apiKeys.libraryId, row.libraryId), eq(apiKeys.id, row.id)))
    },

    async revokeApiKey(q: Queryable, row: ApiKeyRow, now: Date): Promise<ApiKeyRow> {
      const [revoked] = await q
        .update(apiKeys)
        .set({ revokedAt: now })
        .where(and(eq(apiKeys.libraryId, row.libraryId), eq(apiKeys.id, row.id)))
        .returning()
      return revoked!
    },

    listApiKeys(libraryId: string, window: Window): Promise<ApiKeyRow[]> {
      return db
        .select()
        .from(apiKeys)
        .where(and(eq(apiKeys.libraryId, libraryId), beyond(apiKeys.createdAt, apiKeys.id, window)))
        .orderBy(...inOrder(apiKeys.createdAt, apiKeys.id, window))
        .limit(window.limit)
    },

    async countApiKeys(q: Queryable, libraryId: string): Promise<number> {
      const [row] = await q.select({ count }).from(apiKeys).where(eq(apiKeys.libraryId, libraryId))
      return row!.count
    },
  }
}

export type LibraryStore = ReturnType<typeof createLibraryStore>
