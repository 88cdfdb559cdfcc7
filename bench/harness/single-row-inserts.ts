import type { OpenDatabase } from '@incipit/server/src/platform/database.ts'
import { sql } from 'drizzle-orm'
import { timed } from './samples.ts'

/**
 * Milliseconds the database needs to insert texts, each by a transaction of its own: the floor under whatever stores them.
 *
 * @param lanes how many transactions are on their way at the same time
 */
export async function timeSingleRowInserts(
  { db }: OpenDatabase,
  texts: readonly string[],
  lanes: number,
): Promise<number> {
  await db.execute(
    sql`create table if not exists bench_rows (id bigint generated always as identity primary key, body text)`,
  )
  const insert = (body: string) =>
    db.transaction((tx) => tx.execute(sql`insert into bench_rows (body) values (${body})`))
  for (let warming = 0; warming < 50; warming += 1) await insert('warm')
  const left = [...texts]
  const lane = async () => {
    for (let body = left.pop(); body !== undefined; body = left.pop()) await insert(body)
  }
  const elapsed = await timed(() => Promise.all(Array.from({ length: lanes }, lane)))
  await db.execute(sql`drop table bench_rows`)
  return elapsed
}
