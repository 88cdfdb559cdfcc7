import { createHash, randomBytes } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { type DatabaseAddress, type OpenDatabase, openDatabase } from '../platform/database.ts'

const MIGRATIONS = fileURLToPath(new URL('../../drizzle', import.meta.url))
const MANIFEST = fileURLToPath(new URL('../../package.json', import.meta.url))
const CACHE = fileURLToPath(new URL('../../../../node_modules/.cache/incipit', import.meta.url))

/** A fresh, migrated database, open; closing it also removes it. One for each test file keeps the files apart. */
export async function openTestDatabase(): Promise<OpenDatabase> {
  const { address, drop } = await createTestDatabase()
  const database = await openDatabase(address).catch(async (error) => {
    await drop()
    throw error
  })
  return {
    ...database,
    async close() {
      await database.close()
      await drop()
    },
  }
}

/**
 * A fresh, migrated database for those who open it themselves: a server under test, a file of the benchmarks.
 *
 * @param server the PostgreSQL server it is on; without one it is embedded, in a temporary directory
 */
export async function createTestDatabase(
  server: string | null = process.env.TEST_DATABASE_URL ?? null,
): Promise<{ address: DatabaseAddress; drop(): Promise<void> }> {
  return server ? createOnServer(server) : createEmbedded()
}

async function createOnServer(server: string) {
  const name = `incipit_test_${randomBytes(8).toString('hex')}`
  await administer(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    address: { url: url.href },
    drop: () => administer(server, `drop database if exists ${name} with (force)`),
  }
}

async function administer(server: string, statement: string): Promise<void> {
  const sql = postgres(server, { max: 1, onnotice: () => {} })
  try {
    await sql.unsafe(statement)
  } finally {
    await sql.end()
  }
}

async function createEmbedded() {
  const template = await embeddedTemplate()
  const directory = mkdtempSync(join(tmpdir(), 'incipit-test-'))
  cpSync(template, directory, { recursive: true })
  return {
    address: { directory },
    drop: async () => rmSync(directory, { recursive: true, force: true }),
  }
}

/** Creating a cluster costs seconds, copying one a fraction: made once for each set of migrations, then copied. */
async function embeddedTemplate(): Promise<string> {
  const template = join(CACHE, `embedded-${fingerprint()}`)
  if (existsSync(template)) return template
  mkdirSync(CACHE, { recursive: true })
  const draft = mkdtempSync(join(CACHE, 'draft-'))
  await (await openDatabase({ directory: draft })).close()
  try {
    renameSync(draft, template)
  } catch (error) {
    // Another test process was first; its template is as good.
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(template)) throw error
  }
  return template
}

function fingerprint(): string {
  const { dependencies } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as {
    dependencies: Record<string, string>
  }
  const hash = createHash('sha256')
  hash.update(dependencies['@electric-sql/pglite']!)
  for (const file of readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.sql'))
    .sort()) {
    hash.update(readFileSync(join(MIGRATIONS, file)))
  }
  return hash.digest('hex').slice(0, 16)
}
