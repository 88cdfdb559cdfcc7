import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase } from '../testing/test-database.ts'
import { type OpenDatabase, openDatabase } from './database.ts'

let database: OpenDatabase
let drop: () => Promise<void>

beforeAll(async () => {
  // A PostgreSQL server looks after its tables itself.
  const created = await createTestDatabase(null)
  drop = created.drop
  database = await openDatabase(created.address)
})
afterAll(async () => {
  await database.close()
  await drop()
})

/** Rows that PostgreSQL believes a table has; -1 before anybody looked. */
async function believed(): Promise<number> {
  const [row] = await database.db.execute<{ rows: number }>(
    sql`select reltuples::int as rows from pg_class where relname = 'many'`,
  )
  return row!.rows
}

it('looks after tables of which enough changed, and leaves the others alone', async () => {
  await database.db.execute(sql`create table many (n int)`)
  await database.db.execute(sql`insert into many select generate_series(1, 3000)`)
  // The engine counts changes once it is told to, or a second has passed.
  await database.db.execute(sql`select pg_stat_force_next_flush()`)
  expect(await believed()).toBe(-1)
  expect(await database.keepUp()).toContain('many')
  expect(await believed()).toBe(3000)

  await database.db.execute(sql`insert into many values (0)`)
  await database.db.execute(sql`select pg_stat_force_next_flush()`)
  expect(await database.keepUp()).not.toContain('many')
  expect(await believed()).toBe(3000)
})
