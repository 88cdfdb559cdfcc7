import type { Blame } from '@incipit/version-control'
import { and, eq, inArray } from 'drizzle-orm'
import type { Queryable } from '../platform/database.ts'
import { blobs, commitBlames, commits } from './tables.ts'

/** A commit's text and who wrote what of it. */
export interface BlamedContent {
  readonly content: string
  readonly blame: Blame
}

/** Texts of commits. */
export function createContentStore() {
  return {
    async contents(q: Queryable, libraryId: string, hashes: readonly string[]): Promise<Map<string, string>> {
      const rows = await q
        .select({ hash: blobs.hash, content: blobs.content })
        .from(blobs)
        .where(and(eq(blobs.libraryId, libraryId), inArray(blobs.hash, [...hashes])))
      return new Map(rows.map((row) => [row.hash, row.content]))
    },

    /** The content of a commit; empty for none. */
    async contentOf(q: Queryable, libraryId: string, promptId: string, id: string | null): Promise<string> {
      if (id === null) return ''
      const [row] = await q
        .select({ content: blobs.content })
        .from(commits)
        .innerJoin(blobs, and(eq(blobs.libraryId, commits.libraryId), eq(blobs.hash, commits.contentHash)))
        .where(and(eq(commits.libraryId, libraryId), eq(commits.promptId, promptId), eq(commits.id, id)))
      return row!.content
    },

    /** Contents of commits of prompts, by commit: where two prompts hold a commit of the same id, its content is the same. */
    async contentsOf(
      q: Queryable,
      libraryId: string,
      promptIds: readonly string[],
      ids: readonly string[],
    ): Promise<Map<string, string>> {
      if (ids.length === 0) return new Map()
      const rows = await q
        .select({ id: commits.id, content: blobs.content })
        .from(commits)
        .innerJoin(blobs, and(eq(blobs.libraryId, commits.libraryId), eq(blobs.hash, commits.contentHash)))
        .where(
          and(
            eq(commits.libraryId, libraryId),
            inArray(commits.promptId, [...promptIds]),
            inArray(commits.id, [...ids]),
          ),
        )
      return new Map(rows.map((row) => [row.id, row.content]))
    },

    /** Contents of commits of one prompt with their blames: what a child of these commits inherits from. */
    async blamedContents(
      q: Queryable,
      libraryId: string,
      promptId: string,
      ids: readonly string[],
    ): Promise<Map<string, BlamedContent>> {
      if (ids.length === 0) return new Map()
      const rows = await q
        .select({ id: commits.id, content: blobs.content, blame: commitBlames.blame })
        .from(commits)
        .innerJoin(blobs, and(eq(blobs.libraryId, commits.libraryId), eq(blobs.hash, commits.contentHash)))
        .innerJoin(
          commitBlames,
          and(
            eq(commitBlames.libraryId, commits.libraryId),
            eq(commitBlames.promptId, commits.promptId),
            eq(commitBlames.commitId, commits.id),
          ),
        )
        .where(
          and(
            eq(commits.libraryId, libraryId),
            eq(commits.promptId, promptId),
            inArray(commits.id, [...ids]),
          ),
        )
      return new Map(rows.map(({ id, ...rest }) => [id, rest]))
    },

    /** Keeps a text that belongs to no commit, by its hash. */
    async insertBlobs(
      q: Queryable,
      libraryId: string,
      texts: readonly { readonly hash: string; readonly content: string }[],
    ): Promise<void> {
      await q
        .insert(blobs)
        .values(texts.map((text) => ({ libraryId, ...text })))
        .onConflictDoNothing()
    },
  }
}
