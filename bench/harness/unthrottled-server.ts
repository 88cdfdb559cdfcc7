/** The server with the limits of live documents out of the way, as a process of its own: what it can do, not what it allows. */

import { LIMITS } from '@incipit/collaboration'
import { type DatabaseAddress, openDatabase } from '@incipit/server/src/platform/database.ts'
import { startTestServer } from '@incipit/server/src/testing/test-server.ts'

const database = await openDatabase(JSON.parse(process.argv[2]!) as DatabaseAddress)
const boundless = { framesPerSecond: 1e9, frameBurst: 1e9, bytesPerSecond: 1e12, byteBurst: 1e12 }
const server = await startTestServer({
  demo: true,
  database,
  tuning: { limits: { ...LIMITS, ...boundless } },
})
await server.features.demo.fill()
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)))
process.send!(server.url)
