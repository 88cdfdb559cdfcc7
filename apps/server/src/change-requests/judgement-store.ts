import type { AccessSubject, Level, Scope } from '@incipit/access'
import type { ChangeType } from '@incipit/version-control'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { apiKeys, libraries, members } from '../libraries/tables.ts'
import type { Queryable } from '../platform/database.ts'
import { prompts } from '../prompts/tables.ts'
import { commitAuthors, commits } from '../versions/tables.ts'

/** Somebody as an actor wrote it down, and what they may do now. */
export interface Standing {
  /** The person who answers for them: themselves, or who made the key. */
  readonly person: string
  /** Null for people who left, and keys that were revoked or have expired. */
  readonly subject: AccessSubject | null
}

/** A commit and one of its authors. */
export interface CommitAuthor {
  readonly promptId: string
  readonly commitId: string
  readonly changeType: ChangeType
  readonly authorId: string
}

/** What decides who may judge a change, and how many have to: read through the transaction that decides, or outside of one. */
export function createJudgementStore() {
  return {
    /** What somebody of these ids is in the library at this moment; ids of nobody known are left out. Two statements. */
    async standings(
      q: Queryable,
      libraryId: string,
      ids: readonly string[],
      now: Date,
    ): Promise<Map<string, Standing>> {
      if (ids.length === 0) return new Map()
      const people = await q
        .select({ id: members.userId, level: members.level })
        .from(members)
        .where(and(eq(members.libraryId, libraryId), inArray(members.userId, [...ids])))
      const keys = await q
        .select()
        .from(apiKeys)
        .where(and(eq(apiKeys.libraryId, libraryId), inArray(apiKeys.id, [...ids])))
      return new Map([
        ...people.map(({ id, level }): [string, Standing] => [
          id,
          { person: id, subject: { level: level as Level } },
        ]),
        ...keys.map((key): [string, Standing] => {
          const valid = !key.revokedAt && (!key.expiresAt || key.expiresAt > now)
          const subject = { level: key.level as Level, scopes: key.scopes as Scope[] }
          return [key.id, { person: key.createdBy ?? key.id, subject: valid ? subject : null }]
        }),
      ])
    },

    /** Change types and authors of commits: one statement for any number. */
    async authorsOf(
      q: Queryable,
      libraryId: string,
      promptIds: readonly string[],
      commitIds: readonly string[],
    ): Promise<CommitAuthor[]> {
      if (commitIds.length === 0) return []
      // One parameter for all of them: a branch may be thousands of commits ahead.
      const wanted = sql`${commits.id} in (select jsonb_array_elements_text(${JSON.stringify(commitIds)}::jsonb))`
      const rows = await q
        .select({
          promptId: commits.promptId,
          commitId: commits.id,
          changeType: commits.changeType,
          authorId: commitAuthors.authorId,
        })
        .from(commits)
        .innerJoin(
          commitAuthors,
          and(
            eq(commitAuthors.libraryId, commits.libraryId),
            eq(commitAuthors.promptId, commits.promptId),
            eq(commitAuthors.commitId, commits.id),
          ),
        )
        .where(and(eq(commits.libraryId, libraryId), inArray(commits.promptId, [...promptIds]), wanted))
      return rows.map((row) => ({ ...row, changeType: row.changeType as ChangeType }))
    },

    /** Approvals the library asks for where approval is required. */
    async setting(q: Queryable, libraryId: string): Promise<number> {
      const [row] = await q
        .select({ required: libraries.requiredApprovals })
        .from(libraries)
        .where(eq(libraries.libraryId, libraryId))
      return row!.required
    },

    /** Category and status of prompts. */
    async promptsOf(q: Queryable, libraryId: string, ids: readonly string[]) {
      const rows = await q
        .select({ id: prompts.id, category: prompts.category, status: prompts.status })
        .from(prompts)
        .where(and(eq(prompts.libraryId, libraryId), inArray(prompts.id, [...ids])))
      return new Map(rows.map((row) => [row.id, row]))
    },
  }
}

export type JudgementStore = ReturnType<typeof createJudgementStore>
