import { boolean, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { users } from '../accounts/tables.ts'
import { bytea, instant } from '../platform/columns.ts'

/** The tenants. */
export const libraries = pgTable(
  'libraries',
  {
    libraryId: uuid('library_id').primaryKey(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    versionScheme: text('version_scheme').notNull(),
    staleAfterDays: integer('stale_after_days').notNull(),
    /** Approvals a change request needs where approval is required. */
    requiredApprovals: integer('required_approvals').notNull(),
    /** Whether merges join edits to different words of one line and different keys of the front matter. */
    proseMerge: boolean('prose_merge').notNull(),
    /** Tokens above which a prompt is reported as too long. */
    tokenLimit: integer('token_limit').notNull().default(4000),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('libraries_slug').on(t.slug)],
)

export const members = pgTable(
  'members',
  {
    libraryId: uuid('library_id')
      .notNull()
      .references(() => libraries.libraryId),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    level: text('level').notNull(),
    joinedAt: instant('joined_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.libraryId, t.userId] }),
    uniqueIndex('members_user').on(t.userId, t.libraryId),
  ],
)

/** Links that let a person join. Only the SHA-256 of the token is stored. */
export const invitations = pgTable(
  'invitations',
  {
    libraryId: uuid('library_id')
      .notNull()
      .references(() => libraries.libraryId),
    id: uuid('id').notNull(),
    tokenHash: bytea('token_hash').notNull(),
    email: text('email').notNull(),
    level: text('level').notNull(),
    createdBy: uuid('created_by').references(() => users.id),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    acceptedAt: instant('accepted_at'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [primaryKey({ columns: [t.libraryId, t.id] }), uniqueIndex('invitations_token').on(t.tokenHash)],
)

/** Keys for programs. Only the SHA-256 of the secret is stored. */
export const apiKeys = pgTable(
  'api_keys',
  {
    libraryId: uuid('library_id')
      .notNull()
      .references(() => libraries.libraryId),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    level: text('level').notNull(),
    scopes: text('scopes').array().notNull(),
    prefix: text('prefix').notNull(),
    secretHash: bytea('secret_hash').notNull(),
    createdBy: uuid('created_by').references(() => users.id),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at'),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [primaryKey({ columns: [t.libraryId, t.id] }), uniqueIndex('api_keys_secret').on(t.secretHash)],
)
