/** The embedded PostgreSQL, in a thread of its own so that no query holds up the event loop of the server. */
import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'

interface Order {
  readonly dataDirectory: string
  readonly socketPath: string | null
  readonly port: number | null
}

async function serve(order: Order): Promise<void> {
  const database = await PGlite.create({ dataDir: order.dataDirectory, relaxedDurability: false })
  const server = new PGLiteSocketServer(
    order.socketPath
      ? { db: database, path: order.socketPath, maxConnections: 4 }
      : { db: database, host: '127.0.0.1', port: order.port ?? 0, maxConnections: 4 },
  )
  await server.start()
  parentPort!.on('message', async () => {
    await server.stop()
    await database.close()
    parentPort!.postMessage({ kind: 'closed' })
    parentPort!.close()
  })
  parentPort!.postMessage({ kind: 'ready' })
}

if (!isMainThread) {
  serve(workerData as Order).catch((error: unknown) => {
    parentPort!.postMessage({
      kind: 'failed',
      message: error instanceof Error ? error.message : String(error),
    })
  })
}
