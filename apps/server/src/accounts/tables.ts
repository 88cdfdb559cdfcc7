import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytea, instant } from '../platform/columns.ts'

/** People. Accounts belong to the installation, memberships to libraries. */
export const users = pgTable(
  'users',
  {
    id: uuid('id').primaryKey(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    /** 1 to 12: the person's colour. */
    hue: integer('hue').notNull(),
    /** Argon2id; null for accounts that sign in by single sign-on only. */
    passwordHash: text('password_hash'),
    /** May create libraries. */
    isOperator: boolean('is_operator').notNull().default(false),
    demoLevel: text('demo_level'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('users_email').on(sql`lower(${t.email})`)],
)

/** Accounts of an identity provider that are linked to a person. */
export const identities = pgTable(
  'identities',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
  },
  (t) => [primaryKey({ columns: [t.issuer, t.subject] })],
)

/** Signed-in browsers. Only the SHA-256 of the token is stored. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid('id').primaryKey(),
    tokenHash: bytea('token_hash').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    userAgent: text('user_agent').notNull(),
    ip: text('ip').notNull(),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [uniqueIndex('sessions_token').on(t.tokenHash), index('sessions_user').on(t.userId)],
)

/** One row at most: the one-time link that creates the first administrator. */
export const setupTokens = pgTable('setup_tokens', {
  id: integer('id').primaryKey(),
  tokenHash: bytea('token_hash').notNull(),
  createdAt: instant('created_at').notNull(),
  usedAt: instant('used_at'),
})

/** Failed sign-ins of late, per account and per address: what slows guessing down. */
export const signInFailures = pgTable('sign_in_failures', {
  /** SHA-256 of what is counted, so that the table holds no addresses. */
  key: bytea('key').primaryKey(),
  failures: integer('failures').notNull(),
  lastAt: instant('last_at').notNull(),
  blockedUntil: instant('blocked_until').notNull(),
})
