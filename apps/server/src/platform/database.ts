import { fileURLToPath } from 'node:url'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { openEmbeddedDatabase } from './embedded-database.ts'
import { keepUp } from './embedded-upkeep.ts'
import { StartError } from './errors.ts'

/** Drizzle over postgres.js. */
export type Database = PostgresJsDatabase
/** Inside a transaction everything goes through it: the embedded database has one connection, and a stray query would wait for itself. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]
/** Either: for stores that run inside and outside of transactions. */
export type Queryable = Database | Transaction

export interface OpenDatabase {
  readonly db: Database
  readonly kind: 'embedded' | 'server'
  /** SQL statements sent since the start; tests and benchmarks take differences. */
  statementCount(): number
  /** Calls the listener with each statement's text until the returned function is called. */
  onStatement(listener: (text: string) => void): () => void
  ping(): Promise<void>
  /** Vacuums and analyzes tables where nobody else does; resolves to their names, none on a server of its own. */
  keepUp(): Promise<string[]>
  close(): Promise<void>
}

const MIGRATIONS = fileURLToPath(new URL('../../drizzle', import.meta.url))

/** Connections of one server process to a PostgreSQL server. */
const POOL_SIZE = 10

export type DatabaseAddress = { readonly url: string } | { readonly directory: string }

/**
 * Opens the database and brings its tables up to date.
 *
 * @throws StartError with a sentence for the operator.
 */
export async function openDatabase(address: DatabaseAddress): Promise<OpenDatabase> {
  const embedded = 'directory' in address ? await openEmbeddedDatabase(address.directory) : null
  const listeners = new Set<(text: string) => void>()
  let statements = 0
  const options = {
    connection: { application_name: 'incipit' },
    onnotice: () => {},
    debug: (_connection: number, text: string) => {
      statements += 1
      for (const listener of listeners) listener(text)
    },
  }
  const sql = embedded
    ? postgres({ ...options, path: embedded.socketPath, database: 'postgres', username: 'postgres', max: 1 })
    : postgres((address as { url: string }).url, { ...options, max: POOL_SIZE, connect_timeout: 10 })
  const close = async () => {
    await sql.end({ timeout: 5 })
    await embedded?.close()
  }
  const db = drizzle(sql)
  try {
    await sql`select 1`
  } catch (error) {
    await close()
    throw new StartError(
      `Cannot reach the database at DATABASE_URL: ${reason(error)}. Start it or correct the address.`,
    )
  }
  try {
    await migrateOnce(sql, db, embedded !== null)
  } catch (error) {
    await close()
    throw new StartError(`The database could not be brought up to date: ${reason(error)}.`)
  }
  return {
    db,
    kind: embedded ? 'embedded' : 'server',
    statementCount: () => statements,
    onStatement(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async ping() {
      await sql`select 1`
    },
    keepUp: async () => (embedded ? keepUp(sql) : []),
    close,
  }
}

/** Several processes may start at once on one server: an advisory lock lets one migrate while the others wait. */
async function migrateOnce(sql: postgres.Sql, db: Database, alone: boolean): Promise<void> {
  if (alone) return migrate(db, { migrationsFolder: MIGRATIONS })
  const lock = 0x1c1b17
  const holder = await sql.reserve()
  try {
    await holder`select pg_advisory_lock(${lock})`
    await migrate(db, { migrationsFolder: MIGRATIONS })
    await holder`select pg_advisory_unlock(${lock})`
  } finally {
    holder.release()
  }
}

function reason(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error ? cause.message.split('\n')[0]! : String(cause)
}

/** The SQLSTATE code of a failed statement, through Drizzle's wrapping; null for anything else. */
export function sqlState(error: unknown): string | null {
  const cause = error instanceof Error && error.cause ? error.cause : error
  const code = (cause as { code?: unknown } | null)?.code
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null
}

/** SQLSTATE 23505: a unique index refused the row. */
export function isUniqueViolation(error: unknown): boolean {
  return sqlState(error) === '23505'
}
