import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pinnedNode, toolEnvironment } from './bring-up.mjs'
import { isStopped, lastLines, runQuietly } from './command.mjs'
import { OperatorError, root, step } from './steps.mjs'

const directory = fileURLToPath(root)
const NOT_A_SOURCE =
  /(^|\/)(node_modules|\.next|dist|test-results)(\/|$)|\.test\.tsx?$|\.tsbuildinfo$|\.md$|(^|\/)next-env\.d\.ts$/

const web = {
  what: 'the web application',
  place: 'apps/web',
  command: ['node_modules/next/dist/bin/next', 'build'],
  output: '.next',
  sources: ['apps/web', 'packages', 'schema.graphql', 'pnpm-lock.yaml', 'tsconfig.base.json'],
}
const graphiql = {
  what: 'GraphiQL',
  place: 'apps/graphiql',
  command: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'],
  output: 'dist',
  sources: ['apps/graphiql', 'pnpm-lock.yaml', 'tsconfig.base.json'],
}

export const buildTargets = [graphiql, web]

/** Builds what the browser gets, where sources changed since the last build, as steps. */
export async function buildStale({ withWeb = true } = {}) {
  for (const target of withWeb ? buildTargets : [graphiql]) {
    if (isStale(target)) await step(`Building ${target.what}`, () => build(target))
  }
}

export function isStale({ sources, place, output }) {
  const file = stampFile(place, output)
  return !existsSync(file) || readFileSync(file, 'utf8') !== stampOf(sources)
}

/** Builds a target. Throws an OperatorError, after the end of the log, when that fails. */
export async function build({ what, place, command, output, sources }) {
  const stamp = stampOf(sources)
  const { ok, output: log } = await runQuietly(pinnedNode, command, {
    cwd: join(directory, place),
    env: toolEnvironment({ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }),
  })
  if (isStopped()) process.exit(130)
  if (!ok) throw new OperatorError(`${lastLines(log)}\n\nBuilding ${what} failed; the reason is above.`)
  writeFileSync(stampFile(place, output), stamp)
}

const stampFile = (place, output) => join(directory, place, output, '.incipit-stamp')

/** A hash over names and contents: a checkout that only changes times stays fresh. */
function stampOf(sources) {
  const hash = createHash('sha256')
  for (const source of sources) addTo(hash, source)
  return hash.digest('hex')
}

function addTo(hash, path) {
  if (NOT_A_SOURCE.test(path)) return
  const file = join(directory, path)
  if (statSync(file).isDirectory()) {
    for (const name of readdirSync(file).sort()) addTo(hash, `${path}/${name}`)
  } else hash.update(`${path}\0`).update(readFileSync(file))
}
