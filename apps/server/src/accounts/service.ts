import { z } from 'zod'
import type { Bus } from '../platform/bus.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database, Queryable } from '../platform/database.ts'
import { ForbiddenError, NotFoundError, UnauthenticatedError, ValidationError } from '../platform/errors.ts'
import type { NewId } from '../platform/ids.ts'
import { line, parseInput } from '../platform/input.ts'
import type { Actor, UserActor } from './actor.ts'
import { nextHue } from './hue-of.ts'
import { assertPassword, hashPassword, passwordMatches } from './passwords.ts'
import { hashSecret, newSecret } from './secrets.ts'
import { createSignInThrottle } from './sign-in-throttle.ts'
import type { AccountStore, SessionRow, UserRow } from './store.ts'

/** A session ends this long after sign-in. */
export const SESSION_DAYS = 30

/** Where a request comes from, as far as a session remembers it. */
export interface Origin {
  readonly ip: string
  readonly userAgent: string
}

/** A fresh session: the token goes into the browser's cookie and nowhere else. */
export interface SignedIn {
  readonly user: UserRow
  readonly sessionId: string
  readonly token: string
  readonly expiresAt: Date
}

export interface AccountDeps {
  readonly db: Database
  readonly store: AccountStore
  readonly bus: Bus
  readonly clock: Clock
  readonly newId: NewId
  readonly demo: boolean
}

const WRONG = 'E-mail address and password do not belong together. Check both and try again.'

/** People, their sessions and passwords. */
export function createAccountService({ db, store, bus, clock, newId, demo }: AccountDeps) {
  const throttle = createSignInThrottle(store, clock)

  async function startSession(q: Queryable, user: UserRow, origin: Origin): Promise<SignedIn> {
    const now = clock.now()
    const token = newSecret('ics')
    const expiresAt = new Date(now.getTime() + SESSION_DAYS * 86_400_000)
    const sessionId = newId()
    await store.insertSession(q, {
      id: sessionId,
      tokenHash: hashSecret(token),
      userId: user.id,
      userAgent: origin.userAgent.slice(0, 300),
      ip: origin.ip,
      createdAt: now,
      lastSeenAt: now,
      expiresAt,
    })
    return { user, sessionId, token, expiresAt }
  }

  async function findSessionActor(holder: { id: string; sessionId: string }): Promise<UserActor | null> {
    const found = await store.findSessionById(holder.sessionId, clock.now())
    return found && found.user.id === holder.id ? userActor(found.user, found.session.id) : null
  }

  function sessionsEnded(ids: readonly string[]): void {
    for (const sessionId of ids) bus.publish('access.changed', { sessionId })
  }

  return {
    startSession,

    /** Who holds this session token; null when nobody (any more). */
    async authenticateSession(token: string): Promise<UserActor | null> {
      const now = clock.now()
      const found = await store.findSession(hashSecret(token), now)
      if (!found) return null
      await store.touchSession(found.session, now)
      return userActor(found.user, found.session.id)
    },

    /** The person again, as they are now; null once the session has ended. */
    refreshSession: (actor: UserActor) => findSessionActor({ id: actor.id, sessionId: actor.sessionId }),
    findSessionActor,

    async signIn(input: { email: string; password: string }, origin: Origin): Promise<SignedIn> {
      await throttle.check(input.email, origin.ip)
      const user = await store.findUserByEmail(db, input.email)
      if (!(await passwordMatches(user?.passwordHash ?? null, input.password))) {
        await throttle.failed(input.email, origin.ip)
        throw new ForbiddenError(WRONG)
      }
      await throttle.succeeded(input.email, origin.ip)
      return startSession(db, user!, origin)
    },

    async signInDemo(level: string, origin: Origin): Promise<SignedIn> {
      if (!demo)
        throw new ForbiddenError(
          'This server is not in demo mode. Sign in with your e-mail address and password.',
        )
      const user = (await store.findDemoUsers()).find((row) => row.demoLevel === level)
      if (!user)
        throw new ForbiddenError('The demo account is missing. Start the server on a fresh data directory.')
      return startSession(db, user, origin)
    },

    async signOut(actor: Actor | null, everywhere: boolean): Promise<void> {
      if (actor?.kind !== 'user') return
      if (everywhere) sessionsEnded(await store.deleteSessions(db, actor.id, null))
      else if (await store.deleteSession(actor.id, actor.sessionId)) sessionsEnded([actor.sessionId])
    },

    async revokeSession(actor: Actor | null, sessionId: string): Promise<void> {
      const user = requireUser(actor)
      if (!(await store.deleteSession(user.id, sessionId))) throw new NotFoundError('The session')
      sessionsEnded([sessionId])
    },

    /** Changes the password and ends every other session of the person. */
    async changePassword(
      actor: Actor | null,
      input: { currentPassword: string; newPassword: string },
      origin: Origin,
    ) {
      const user = requireUser(actor)
      const [row] = await store.findUsers(db, [user.id])
      if (row!.demoLevel) {
        throw new ForbiddenError(
          'Demo accounts keep their password. Set up your own library to have your own account.',
        )
      }
      await throttle.check(row!.email, origin.ip)
      if (!(await passwordMatches(row!.passwordHash, input.currentPassword))) {
        await throttle.failed(row!.email, origin.ip)
        throw ValidationError.of('currentPassword', 'This is not your current password. Type it again.')
      }
      assertPassword(input.newPassword, 'newPassword')
      const passwordHash = await hashPassword(input.newPassword)
      const ended = await db.transaction(async (tx) => {
        await store.updateUser(tx, user.id, { passwordHash })
        return store.deleteSessions(tx, user.id, user.sessionId)
      })
      sessionsEnded(ended)
      return row!
    },

    async updateProfile(actor: Actor | null, input: { name: string }): Promise<UserRow> {
      const user = requireUser(actor)
      const { name } = parseInput(z.strictObject({ name: line('The name', 1, 80) }), input)
      await store.updateUser(db, user.id, { name })
      const [row] = await store.findUsers(db, [user.id])
      return row!
    },

    async sessionsOf(actor: Actor | null): Promise<SessionRow[]> {
      return actor?.kind === 'user' ? store.listSessions(actor.id, clock.now()) : []
    },

    /** A new account. People who join one after the other look different. */
    async createUser(
      q: Queryable,
      values: {
        email: string
        name: string
        password: string | null
        isOperator?: boolean
        demoLevel?: string
      },
    ): Promise<UserRow> {
      if (values.password !== null) assertPassword(values.password, 'password')
      const row: UserRow = {
        id: newId(),
        email: values.email.trim(),
        name: values.name.trim(),
        hue: nextHue(await store.countUsers(q)),
        passwordHash: values.password === null ? null : await hashPassword(values.password),
        isOperator: values.isOperator ?? false,
        demoLevel: values.demoLevel ?? null,
        createdAt: clock.now(),
      }
      await store.insertUser(q, row)
      return row
    },

    /** The person behind an account of an identity provider; null when nobody is linked or invited yet. */
    async findByIdentity(
      issuer: string,
      subject: string,
      verifiedEmail: string | null,
    ): Promise<UserRow | null> {
      const linked = await store.findIdentity(issuer, subject)
      if (linked) return (await store.findUsers(db, [linked]))[0] ?? null
      if (!verifiedEmail) return null
      const user = await store.findUserByEmail(db, verifiedEmail)
      if (user) await store.insertIdentity(db, issuer, subject, user.id)
      return user
    },

    findUsers: store.findUsers,
    findDemoUsers: store.findDemoUsers,
    findUserByEmail: (q: Queryable, email: string) => store.findUserByEmail(q, email),
    verifyPassword: (user: UserRow, password: string) => passwordMatches(user.passwordHash, password),
    throttle,
  }
}

export type AccountService = ReturnType<typeof createAccountService>

export function userActor(user: UserRow, sessionId: string): UserActor {
  return { kind: 'user', id: user.id, name: user.name, hue: user.hue, sessionId, isOperator: user.isOperator }
}

/** @throws UnauthenticatedError for nobody, ForbiddenError for a key: this is about a person's own account. */
export function requireUser(actor: Actor | null): UserActor {
  if (!actor) throw new UnauthenticatedError()
  if (actor.kind !== 'user')
    throw new ForbiddenError('An API key has no account of its own. Sign in as a person.')
  return actor
}
