import { setImmediate } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { OpenDatabase } from '../platform/database.ts'

/** Resolves when so many transactions wait for a lock. */
export async function lockWaits({ db }: OpenDatabase, count: number): Promise<void> {
  for (;;) {
    const [row] = await db.execute<{ waiting: number }>(sql`select count(*)::int as waiting
      from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)
    if (row!.waiting >= count) return
    await setImmediate()
  }
}
