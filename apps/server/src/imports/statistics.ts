import { sql } from 'drizzle-orm'
import { documents } from '../collaboration/tables.ts'
import type { Database } from '../platform/database.ts'
import { prompts } from '../prompts/tables.ts'
import { branches, commits } from '../versions/tables.ts'

/** By then a plan made for an empty table begins to cost. */
const FIRST_AFTER = 500

/**
 * Has the planner look again at the tables that grow with an import and that others refer to, whenever the number of rows
 * has doubled. PostgreSQL checks a reference by a plan that it keeps, and one made while the table was empty reads the
 * whole library for each row; its documentation asks for this after rows were added in bulk (Populating a Database, Run
 * ANALYZE Afterwards), for autovacuum comes a minute too late, or never.
 */
export function createStatisticsUpkeep(db: Database) {
  let imported = 0
  let due = FIRST_AFTER

  return async function count(rows: number): Promise<void> {
    imported += rows
    if (imported < due) return
    due = imported * 2
    await db.execute(sql`analyze ${prompts}, ${branches}, ${commits}, ${documents}`)
  }
}
