import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'

const MAIN = fileURLToPath(new URL('../apps/server/src/main.ts', import.meta.url))
/** The pinned Node: Playwright itself may run under another. */
const NODE = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url))
const RESULTS = fileURLToPath(new URL('../test-results', import.meta.url))

/** Longest start: creating the embedded database and filling the demo library on a busy machine of two cores. */
const START_TIMEOUT_MS = 120_000

/**
 * Starts the server under test with a database of its own and tells the journeys its address (E2E_BASE_URL); a server
 * that runs already is taken when E2E_BASE_URL names it. The database is embedded in a temporary directory, or fresh
 * on the PostgreSQL server of E2E_DATABASE_URL; REDIS_URL is passed on. Answers with the function that undoes it all.
 */
export default async function startServer(): Promise<() => Promise<void>> {
  if (process.env.E2E_BASE_URL) return async () => {}
  const directory = mkdtempSync(join(tmpdir(), 'incipit-e2e-'))
  const database = process.env.E2E_DATABASE_URL ? await createDatabase(process.env.E2E_DATABASE_URL) : null
  const port = await freePort()
  mkdirSync(RESULTS, { recursive: true })
  const log = openSync(join(RESULTS, 'server.log'), 'w')
  const server = spawn(NODE, [MAIN], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      INCIPIT_DATA: directory,
      INCIPIT_DEMO: '1',
      DATABASE_URL: database?.url ?? '',
    },
    stdio: ['ignore', log, log],
  })
  const stop = async () => {
    await ended(server)
    await database?.drop()
    rmSync(directory, { recursive: true, force: true })
  }
  const url = `http://localhost:${port}`
  try {
    await answering(server, `${url}/readyz`)
  } catch (error) {
    await stop()
    throw error
  }
  process.env.E2E_BASE_URL = url
  return stop
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as { port: number }
  await new Promise((resolve) => probe.close(resolve))
  return port
}

async function answering(server: ChildProcess, url: string): Promise<void> {
  const until = Date.now() + START_TIMEOUT_MS
  while (server.exitCode === null && server.signalCode === null && Date.now() < until) {
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`The server under test did not start; it says why in ${join(RESULTS, 'server.log')}.`)
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  await gone
}

async function createDatabase(address: string) {
  const name = `incipit_e2e_${randomBytes(8).toString('hex')}`
  await administer(address, `create database ${name}`)
  const url = new URL(address)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => administer(address, `drop database if exists ${name} with (force)`) }
}

async function administer(address: string, statement: string): Promise<void> {
  const sql = postgres(address, { max: 1, onnotice: () => {} })
  try {
    await sql.unsafe(statement)
  } finally {
    await sql.end()
  }
}
