import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openEmbeddedDatabase } from '@incipit/server/src/platform/embedded-database.ts'
import { type ServerProcess, startServerProcess } from '@incipit/server/src/testing/server-process.ts'
import { createReport } from './harness/report.ts'
import { median, timed } from './harness/samples.ts'

/** Cold: an empty data directory, so a database is made and the demo library is filled. Warm: the same directory again. */
const WARM_STARTS = 3
const WARM_LIMIT = 8

const NPM_START = fileURLToPath(new URL('../scripts/start.mjs', import.meta.url))

const report = createReport('start')
const built = existsSync(fileURLToPath(new URL('../apps/web/.next/BUILD_ID', import.meta.url)))
if (!built) report.skipped('the web application', 'it is not built; npm start builds it')
const directory = mkdtempSync(join(tmpdir(), 'incipit-bench-'))
try {
  const cold = await startOnce()
  const warm: Start[] = []
  const alone: number[] = []
  for (let index = 0; index < WARM_STARTS; index += 1) {
    warm.push(await startOnce(NPM_START))
    alone.push(await openDatabaseAlone())
  }
  const peer = { name: 'opening the embedded database alone', value: median(alone) }
  report.figure({ figure: 'cold server start until /readyz', value: cold.ready, unit: 's' })
  report.figure({ figure: 'cold server start until the first page', value: cold.page, unit: 's' })
  for (const [part, what] of [
    ['ready', '/readyz'],
    ['page', 'the first page'],
  ] as const) {
    const value = median(warm.map((start) => start[part]))
    report.figure({ figure: `warm npm start until ${what}`, value, unit: 's', peer, atMost: WARM_LIMIT })
  }
  report.figure({ figure: 'clean stop', value: median(warm.map(({ stop }) => stop)), unit: 's' })
} finally {
  rmSync(directory, { recursive: true, force: true })
}

interface Start {
  readonly ready: number
  readonly page: number
  readonly stop: number
}

async function startOnce(script?: string): Promise<Start> {
  const began = performance.now()
  const server = await startServerProcess({
    address: { directory },
    env: { INCIPIT_WEB: built ? 'start' : 'off' },
    ...(script && { script }),
  })
  await firstPage(server)
  const page = (performance.now() - began) / 1000
  return { ready: server.readyMs / 1000, page, stop: (await timed(() => server.stop())) / 1000 }
}

/** The page a newcomer sees; without the web application, the first answer of the API. */
async function firstPage({ url }: ServerProcess): Promise<void> {
  const [address, headers]: [string, Record<string, string>] = built
    ? [`${url}/`, { accept: 'text/html' }]
    : [`${url}/graphql?query=%7Bserver%7Bversion%7D%7D`, { 'apollo-require-preflight': '1' }]
  const response = await fetch(address, { headers })
  const body = await response.text()
  if (!response.ok || body.length === 0) throw new Error(`${address} answers ${response.status}: ${body}`)
}

async function openDatabaseAlone(): Promise<number> {
  const began = performance.now()
  const database = await openEmbeddedDatabase(directory)
  const seconds = (performance.now() - began) / 1000
  await database.close()
  return seconds
}
