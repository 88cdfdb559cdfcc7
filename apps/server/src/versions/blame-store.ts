import type { Blame } from '@incipit/version-control'
import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '../platform/database.ts'
import type { CommitRow } from './store.ts'
import { commitBlames, commits } from './tables.ts'

export type BlameRow = typeof commitBlames.$inferSelect

/** Who wrote what of commits: computed once, then only read. */
export function createBlameStore(db: Database) {
  return {
    /** Stored blames. Two prompts may hold a commit of the same id, so prompts are named too. */
    blamesOf(
      libraryId: string,
      promptIds: readonly string[],
      commitIds: readonly string[],
    ): Promise<BlameRow[]> {
      return db
        .select()
        .from(commitBlames)
        .where(
          and(
            eq(commitBlames.libraryId, libraryId),
            inArray(commitBlames.promptId, [...promptIds]),
            inArray(commitBlames.commitId, [...commitIds]),
          ),
        )
    },

    /** Commits of a prompt whose blame is stored. */
    async blamedCommits(libraryId: string, promptId: string): Promise<Set<string>> {
      const rows = await db
        .select({ id: commitBlames.commitId })
        .from(commitBlames)
        .where(and(eq(commitBlames.libraryId, libraryId), eq(commitBlames.promptId, promptId)))
      return new Set(rows.map((row) => row.id))
    },

    /** Stores blames; where somebody else was first, theirs stay, which are the same. */
    async insertBlames(
      libraryId: string,
      promptId: string,
      blames: ReadonlyMap<string, Blame>,
    ): Promise<void> {
      await db
        .insert(commitBlames)
        .values([...blames].map(([commitId, blame]) => ({ libraryId, promptId, commitId, blame })))
        .onConflictDoNothing()
    },

    /** Commits of prompts by their numbers. */
    commitsBySeq(
      libraryId: string,
      promptIds: readonly string[],
      seqs: readonly number[],
    ): Promise<CommitRow[]> {
      return db
        .select()
        .from(commits)
        .where(
          and(
            eq(commits.libraryId, libraryId),
            inArray(commits.promptId, [...promptIds]),
            inArray(commits.seq, [...seqs]),
          ),
        )
    },
  }
}
