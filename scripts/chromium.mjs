import { existsSync } from 'node:fs'
import { pinnedNode, toolEnvironment } from './bring-up.mjs'
import { runQuietly } from './command.mjs'

const WHAT_TO_DO =
  'No Chromium was found. Install one (Debian: apt-get install chromium; anywhere: npx playwright install --with-deps chromium), or name one in INCIPIT_CHROMIUM.'

/** Finds a Chromium for the journeys or, as root on Debian and its kin, installs the distribution's. */
export async function ensureChromium() {
  if (await isFound()) return { ok: true, output: '' }
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return { ok: false, output: WHAT_TO_DO }
  const env = toolEnvironment({ DEBIAN_FRONTEND: 'noninteractive' })
  const update = await runQuietly('apt-get', ['update'], { env })
  const install = await runQuietly('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
    env,
  })
  return { ok: install.ok && (await isFound()), output: `${update.output}${install.output}\n${WHAT_TO_DO}` }
}

async function isFound() {
  const look = "import { findChromium } from './e2e/chromium.ts'; process.exit(findChromium() ? 0 : 1)"
  const { ok } = await runQuietly(pinnedNode, ['--input-type=module', '--eval', look], {
    env: toolEnvironment(),
  })
  return ok
}
