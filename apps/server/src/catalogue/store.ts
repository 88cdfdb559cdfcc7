import { and, eq, inArray } from 'drizzle-orm'
import type { Queryable } from '../platform/database.ts'
import { promptIncludes } from './tables.ts'

export type IncludeRow = typeof promptIncludes.$inferSelect

export function createCatalogueStore() {
  return {
    /** What prompts of one library include from now on. */
    async replaceIncludes(
      q: Queryable,
      libraryId: string,
      promptIds: readonly string[],
      rows: readonly IncludeRow[],
    ): Promise<void> {
      await q
        .delete(promptIncludes)
        .where(and(eq(promptIncludes.libraryId, libraryId), inArray(promptIncludes.promptId, [...promptIds])))
      if (rows.length > 0) await q.insert(promptIncludes).values([...rows])
    },
  }
}
