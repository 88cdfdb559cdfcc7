import { bringUp, pinnedNode } from './bring-up.mjs'
import { buildStale } from './builds.mjs'
import { runInFront } from './command.mjs'
import { main } from './steps.mjs'

/** `npm start`: from a fresh clone to a running server. */
await main(async () => {
  await bringUp()
  await buildStale({ withWeb: (process.env.INCIPIT_WEB || 'start') === 'start' })
  const env = { ...process.env, NODE_ENV: process.env.NODE_ENV || 'production' }
  return runInFront(pinnedNode, ['apps/server/src/main.ts'], { env })
})
