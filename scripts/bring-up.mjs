import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cleanEnvironment, isStopped, lastLines, runQuietly } from './command.mjs'
import { OperatorError, root, step } from './steps.mjs'

const PNPM = 'pnpm@12.21.0'
const LEAST_NODE = 20

const directory = fileURLToPath(root)
const windows = process.platform === 'win32'
const stampFile = join(directory, 'node_modules/.cache/incipit/installed')

/** The Node.js everything but these scripts runs under: the npm package `node`, pinned in package.json. */
export const pinnedNode = join(directory, 'node_modules/node/bin', windows ? 'node.exe' : 'node')

/** The environment of our own commands: clean, with the pinned Node and the workspace's tools first on the path. */
export function toolEnvironment(more = {}) {
  const env = cleanEnvironment(more)
  const path = [dirname(pinnedNode), join(directory, 'node_modules/.bin'), env.PATH ?? '']
  return { ...env, PATH: path.join(delimiter) }
}

/** Makes the project runnable with nothing but Node and npm; costs next to nothing when it already is. */
export async function bringUp() {
  const [major] = process.versions.node.split('.').map(Number)
  if (major < LEAST_NODE) {
    throw new OperatorError(
      `Incipit needs Node.js ${LEAST_NODE} or newer to start; this is ${process.version}. Install a newer one from https://nodejs.org.`,
    )
  }
  const wanted = installStamp()
  if (existsSync(pinnedNode) && readStamp() === wanted) return
  await step('Installing dependencies', install)
  if (!existsSync(pinnedNode)) {
    throw new OperatorError(
      `The package "node" has no program for ${process.platform} on ${process.arch}. Incipit runs on Linux, macOS and Windows on x64 and arm64.`,
    )
  }
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, wanted)
}

async function install() {
  const env = cleanEnvironment({
    npm_config_update_notifier: 'false',
    npm_config_fund: 'false',
    // npm would try for a minute and a half before it says that there is no network.
    npm_config_fetch_retry_mintimeout: '1000',
    npm_config_fetch_retry_maxtimeout: '5000',
  })
  const registry = env.npm_config_registry
  if (registry) env.pnpm_config_registry = registry
  const { ok, code, output } = await runQuietly(
    'npx',
    ['-y', PNPM, 'install', '--frozen-lockfile', '--yes'],
    { env, shell: windows },
  )
  if (ok) return
  if (isStopped()) process.exit(130)
  process.stderr.write(`\n${lastLines(output)}\n`)
  throw new OperatorError(
    code === 127
      ? 'npx was not found. It comes with npm: install npm and start again.'
      : whyNotInstalled(output),
  )
}

function whyNotInstalled(output) {
  if (/ENOSPC|no space left/i.test(output))
    return 'The dependencies could not be installed: the disk is full. Free about 2 GB and start again.'
  if (/EACCES|EPERM|EROFS|permission denied/i.test(output)) {
    return 'The dependencies could not be installed: a directory named above may not be written. Correct its owner or permissions and start again.'
  }
  if (/OUTDATED_LOCKFILE|lockfile.*not up to date/i.test(output)) {
    return 'pnpm-lock.yaml does not match the package.json files. Run pnpm install and commit the lockfile.'
  }
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|fetch failed|error sending request|dns error/i.test(
      output,
    )
  ) {
    return 'The dependencies could not be installed: the npm registry does not answer. Check the network (or the proxy and registry settings of npm) and start again.'
  }
  return 'The dependencies could not be installed; the reason is above. Start again when it is put right.'
}

/** Changes whenever another install is due: manifests, lockfile, settings, machine. */
function installStamp() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} ${PNPM}`)
  const workspaces = ['packages', 'apps'].flatMap((group) =>
    readdirSync(join(directory, group))
      .sort()
      .map((name) => join(group, name)),
  )
  for (const path of [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    ...['.', 'e2e', 'bench', ...workspaces].map((place) => join(place, 'package.json')),
  ]) {
    const file = join(directory, path)
    if (existsSync(file)) hash.update(path).update(readFileSync(file))
  }
  return hash.digest('hex')
}

function readStamp() {
  return existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : null
}
