import { bringUp, pinnedNode } from './bring-up.mjs'
import { buildStale } from './builds.mjs'
import { runInFront } from './command.mjs'
import { main } from './steps.mjs'

/** `pnpm dev`: the server starts again when its files change, the web application reloads in place. */
await main(async () => {
  await bringUp()
  await buildStale({ withWeb: false })
  const env = { ...process.env, NODE_ENV: 'development', INCIPIT_WEB: 'dev' }
  return runInFront(pinnedNode, ['--watch', '--watch-preserve-output', 'apps/server/src/main.ts'], { env })
})
