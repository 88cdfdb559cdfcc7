import { connect } from 'node:net'
import { bringUp } from './bring-up.mjs'
import { build, buildTargets, isStale } from './builds.mjs'
import { ensureChromium } from './chromium.mjs'
import { checkStatically } from './static-checks.mjs'
import { main, OperatorError } from './steps.mjs'
import { createTally, oneCheck } from './tally.mjs'
import { runInBrowser, runVitest } from './test-suites.mjs'

/**
 * `npm test`: everything, from a fresh clone, on the embedded database. With `--on-services` the suites that meet a
 * database run once more on PostgreSQL and Redis. The last line says how many passed and failed.
 */
await main(async (args) => {
  const tally = createTally()
  try {
    await bringUp()
    await checkStatically(tally)
    await tally.step('Unit and server tests', () => runVitest(['unit', 'server']))
    const canBrowse = await testInBrowser(tally)
    if (args.includes('--on-services')) await testOnServices(tally, canBrowse)
  } catch (error) {
    await tally.step('Bringing the project up', () => Promise.reject(error))
  }
  console.log(`\n${tally.closingLine()}`)
  return tally.exitCode()
})

async function testInBrowser(tally) {
  let ready = true
  for (const target of buildTargets) {
    ready = (await tally.step(`Building ${target.what}`, () => buildFresh(target))) && ready
  }
  ready = ready && (await tally.step('Looking for Chromium', async () => oneCheck(await ensureChromium())))
  if (ready) await tally.step('Journeys and tours in Chromium', () => runInBrowser(['journeys', 'tours']))
  return ready
}

async function buildFresh(target) {
  if (isStale(target)) await build(target)
  return oneCheck({ ok: true, output: '' })
}

async function testOnServices(tally, canBrowse) {
  const postgres = process.env.TEST_DATABASE_URL || 'postgres://postgres@127.0.0.1:5432/postgres'
  const redis = process.env.TEST_REDIS_URL || 'redis://127.0.0.1:6379'
  if (!(await answers(postgres, 5432))) {
    console.log('  On PostgreSQL: skipped, no server answers at TEST_DATABASE_URL')
    return
  }
  const withRedis = await answers(redis, 6379)
  if (!withRedis) console.log('  On Redis: skipped, no server answers at TEST_REDIS_URL')
  const where = withRedis ? 'PostgreSQL and Redis' : 'PostgreSQL'
  const more = withRedis ? { TEST_REDIS_URL: redis } : {}
  await tally.step(`Server tests on ${where}`, () =>
    runVitest(['server'], { TEST_DATABASE_URL: postgres, ...more }),
  )
  if (!canBrowse) return
  await tally.step(`Journeys in Chromium on ${where}`, () =>
    runInBrowser(['journeys'], { E2E_DATABASE_URL: postgres, ...(withRedis && { REDIS_URL: redis }) }),
  )
}

/** Whether something listens at an address. */
function answers(address, defaultPort) {
  const { hostname, port } = addressOf(address)
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) || defaultPort, timeout: 2000 })
    const end = (answer) => () => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false))
  })
}

function addressOf(address) {
  try {
    return new URL(address)
  } catch {
    throw new OperatorError(
      'TEST_DATABASE_URL or TEST_REDIS_URL is not an address like postgres://user@host:5432/name.',
    )
  }
}
