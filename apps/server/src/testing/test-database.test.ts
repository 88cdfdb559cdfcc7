import { existsSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { libraries } from '../libraries/tables.ts'
import { openDatabase } from '../platform/database.ts'
import { createTestDatabase, openTestDatabase } from './test-database.ts'

test('two test databases are migrated and know nothing of each other', async () => {
  const [one, other] = await Promise.all([openTestDatabase(), openTestDatabase()])
  await one.db.execute(sql`create table mine (id int)`)
  expect(await one.db.select().from(libraries)).toEqual([])
  expect(await other.db.select().from(libraries)).toEqual([])
  await expect(other.db.execute(sql`select * from mine`)).rejects.toThrow()
  await Promise.all([one.close(), other.close()])
})

test('a dropped test database is gone', async () => {
  const { address, drop } = await createTestDatabase()
  await (await openDatabase(address)).close()
  await drop()
  if ('directory' in address) expect(existsSync(address.directory)).toBe(false)
  else await expect(openDatabase(address)).rejects.toThrow('Cannot reach the database')
})
