import { and, eq, gt, inArray, lt, ne, sql } from 'drizzle-orm'
import type { Database, Queryable } from '../platform/database.ts'
import { identities, sessions, setupTokens, signInFailures, users } from './tables.ts'

export type UserRow = typeof users.$inferSelect
export type SessionRow = typeof sessions.$inferSelect

/** Sessions are touched at most this often, so that reading does not become writing. */
const TOUCH_AFTER_MS = 60_000

export function createAccountStore(db: Database) {
  const sessionByToken = db
    .select({ session: sessions, user: users })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.tokenHash, sql.placeholder('tokenHash')),
        gt(sessions.expiresAt, sql.placeholder('now')),
      ),
    )
    .prepare('session_by_token')

  return {
    async findSession(
      tokenHash: Uint8Array,
      now: Date,
    ): Promise<{ session: SessionRow; user: UserRow } | null> {
      const [row] = await sessionByToken.execute({
        tokenHash: Buffer.from(tokenHash),
        now: now.toISOString(),
      })
      return row ?? null
    },

    async findSessionById(id: string, now: Date): Promise<{ session: SessionRow; user: UserRow } | null> {
      const [row] = await db
        .select({ session: sessions, user: users })
        .from(sessions)
        .innerJoin(users, eq(users.id, sessions.userId))
        .where(and(eq(sessions.id, id), gt(sessions.expiresAt, now)))
      return row ?? null
    },

    async insertSession(q: Queryable, row: SessionRow): Promise<void> {
      await q.insert(sessions).values(row)
    },

    async touchSession(session: SessionRow, now: Date): Promise<void> {
      if (now.getTime() - session.lastSeenAt.getTime() < TOUCH_AFTER_MS) return
      await db.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, session.id))
    },

    async deleteSession(userId: string, sessionId: string): Promise<boolean> {
      const gone = await db
        .delete(sessions)
        .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId)))
        .returning({ id: sessions.id })
      return gone.length > 0
    },

    /** Ends all sessions of a person but one (or all). Returns the ids that ended. */
    async deleteSessions(q: Queryable, userId: string, keep: string | null): Promise<string[]> {
      const gone = await q
        .delete(sessions)
        .where(and(eq(sessions.userId, userId), keep ? ne(sessions.id, keep) : undefined))
        .returning({ id: sessions.id })
      return gone.map((row) => row.id)
    },

    async deleteExpiredSessions(now: Date): Promise<void> {
      await db.delete(sessions).where(lt(sessions.expiresAt, now))
    },

    listSessions(userId: string, now: Date): Promise<SessionRow[]> {
      return db
        .select()
        .from(sessions)
        .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, now)))
        .orderBy(sql`${sessions.lastSeenAt} desc`, sessions.id)
        .limit(100)
    },

    async findUserByEmail(q: Queryable, email: string): Promise<UserRow | null> {
      const [row] = await q.select().from(users).where(sql`lower(${users.email}) = lower(${email})`)
      return row ?? null
    },

    findUsers(q: Queryable, ids: readonly string[]): Promise<UserRow[]> {
      return q
        .select()
        .from(users)
        .where(inArray(users.id, [...ids]))
    },

    findDemoUsers(): Promise<UserRow[]> {
      return db.select().from(users).where(sql`${users.demoLevel} is not null`).orderBy(users.createdAt)
    },

    async insertUser(q: Queryable, row: UserRow): Promise<void> {
      await q.insert(users).values(row)
    },

    async updateUser(q: Queryable, id: string, values: Partial<UserRow>): Promise<void> {
      await q.update(users).set(values).where(eq(users.id, id))
    },

    async countUsers(q: Queryable): Promise<number> {
      const [row] = await q.select({ count: sql<number>`count(*)::int` }).from(users)
      return row!.count
    },

    async findIdentity(issuer: string, subject: string): Promise<string | null> {
      const [row] = await db
        .select()
        .from(identities)
        .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)))
      return row?.userId ?? null
    },

    async insertIdentity(q: Queryable, issuer: string, subject: string, userId: string): Promise<void> {
      await q.insert(identities).values({ issuer, subject, userId })
    },

    async saveSetupToken(tokenHash: Uint8Array, now: Date): Promise<void> {
      const row = { id: 1, tokenHash, createdAt: now, usedAt: null }
      await db
        .insert(setupTokens)
        .values(row)
        .onConflictDoUpdate({
          target: setupTokens.id,
          set: row,
          setWhere: sql`${setupTokens.usedAt} is null`,
        })
    },

    /** Marks the set-up token as used; false when it is not this one or was used before. One of two racing callers gets true. */
    async useSetupToken(q: Queryable, tokenHash: Uint8Array, now: Date): Promise<boolean> {
      const used = await q
        .update(setupTokens)
        .set({ usedAt: now })
        .where(and(eq(setupTokens.tokenHash, tokenHash), sql`${setupTokens.usedAt} is null`))
        .returning({ id: setupTokens.id })
      return used.length === 1
    },

    async latestBlock(keys: readonly Uint8Array[], now: Date): Promise<Date | null> {
      const [row] = await db
        .select({ until: sql<string | null>`max(${signInFailures.blockedUntil})` })
        .from(signInFailures)
        .where(and(inArray(signInFailures.key, [...keys]), gt(signInFailures.blockedUntil, now)))
      return row?.until ? new Date(row.until) : null
    },

    /** Counts a failure; failures older than the window no longer count. Returns the count. */
    async countFailure(key: Uint8Array, now: Date, windowStart: Date): Promise<number> {
      const [row] = await db
        .insert(signInFailures)
        .values({ key, failures: 1, lastAt: now, blockedUntil: now })
        .onConflictDoUpdate({
          target: signInFailures.key,
          set: {
            failures: sql`case when ${signInFailures.lastAt} < ${windowStart.toISOString()}::timestamptz then 1 else ${signInFailures.failures} + 1 end`,
            lastAt: now,
          },
        })
        .returning({ failures: signInFailures.failures })
      return row!.failures
    },

    async block(key: Uint8Array, until: Date): Promise<void> {
      await db.update(signInFailures).set({ blockedUntil: until }).where(eq(signInFailures.key, key))
    },

    async clearFailures(key: Uint8Array): Promise<void> {
      await db.delete(signInFailures).where(eq(signInFailures.key, key))
    },
  }
}

export type AccountStore = ReturnType<typeof createAccountStore>
