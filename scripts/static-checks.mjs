import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pinnedNode, toolEnvironment } from './bring-up.mjs'
import { runQuietly } from './command.mjs'
import { root } from './steps.mjs'
import { oneCheck } from './tally.mjs'

const directory = fileURLToPath(root)
const server = join(directory, 'apps/server')

const tool = (name, args, cwd = directory) =>
  runQuietly(join(directory, 'node_modules/.bin', name), args, { cwd, env: toolEnvironment() })
const node = (args) => runQuietly(pinnedNode, args, { env: toolEnvironment() })

/** Everything that can be told without running the product. */
export async function checkStatically(tally) {
  await tally.step('Format, lint and import boundaries', async () =>
    oneCheck(await tool('biome', ['check', '--error-on-warnings', '--max-diagnostics=50', '.'])),
  )
  await tally.step('Types', checkTypes)
  await tally.step('Unused files, exports and dependencies', async () =>
    oneCheck(await tool('knip', ['--no-progress'])),
  )
  await tally.step('schema.graphql is the schema of the code', async () =>
    oneCheck(await node(['apps/server/src/print-schema.ts', '--check'])),
  )
  await tally.step('The web app knows that schema', async () =>
    oneCheck(await node(['apps/web/scripts/graphql-types.ts', '--check'])),
  )
  await tally.step('Migrations make the tables of the code', checkMigrations)
}

async function checkTypes() {
  const groups = ['packages', 'apps'].flatMap((group) =>
    readdirSync(join(directory, group)).map((name) => join(group, name)),
  )
  const projects = [...groups, 'e2e', 'bench']
    .map((place) => join(place, 'tsconfig.json'))
    .filter((file) => existsSync(join(directory, file)))
  const results = []
  for (const project of projects) results.push(await tool('tsc', ['--pretty', 'false', '-p', project]))
  const failed = results.filter(({ ok }) => !ok)
  return {
    passed: results.length - failed.length,
    failed: failed.length,
    output: failed.map(({ output }) => output).join(''),
  }
}

/** Lets drizzle-kit write the next migration into a copy: when it writes one, it is missing here. */
async function checkMigrations() {
  const place = join(directory, 'node_modules/.cache/incipit')
  mkdirSync(place, { recursive: true })
  const copy = mkdtempSync(join(place, 'migrations-'))
  try {
    cpSync(join(server, 'drizzle'), copy, { recursive: true })
    const before = readdirSync(copy).length
    const bin = join(server, 'node_modules/drizzle-kit/bin.cjs')
    const args = [
      bin,
      'generate',
      '--dialect=postgresql',
      '--schema=./src/**/tables.ts',
      `--out=${relative(server, copy)}`,
    ]
    const { ok, output } = await runQuietly(pinnedNode, args, { cwd: server, env: toolEnvironment() })
    const complete = ok && readdirSync(copy).length === before
    return oneCheck({
      ok: complete,
      output: `${output}\nA migration is missing. Run: pnpm --filter @incipit/server migrations`,
    })
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}
