import type { DatabaseAddress } from '@incipit/server/src/platform/database.ts'
import { createTestDatabase } from '@incipit/server/src/testing/test-database.ts'
import type { Report } from './report.ts'

export type DatabaseKind = 'embedded' | 'PostgreSQL'

/** Runs a measurement on a fresh embedded database, and on a fresh one of the PostgreSQL server of TEST_DATABASE_URL. */
export async function onEachDatabase(
  report: Report,
  measure: (address: DatabaseAddress, kind: DatabaseKind) => Promise<void>,
): Promise<void> {
  await onFreshDatabase(null, (address) => measure(address, 'embedded'))
  const server = process.env.TEST_DATABASE_URL
  if (server) await onFreshDatabase(server, (address) => measure(address, 'PostgreSQL'))
  else report.skipped('PostgreSQL', 'TEST_DATABASE_URL is not set')
}

/** @param server address of a PostgreSQL server; null for embedded */
export async function onFreshDatabase(
  server: string | null,
  measure: (address: DatabaseAddress) => Promise<void>,
): Promise<void> {
  const { address, drop } = await createTestDatabase(server)
  try {
    await measure(address)
  } finally {
    await drop()
  }
}
