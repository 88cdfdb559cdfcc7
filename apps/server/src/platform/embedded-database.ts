import { mkdirSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { lockDirectory } from './directory-lock.ts'
import { StartError } from './errors.ts'

/** Opening needs room for the write-ahead log; on a full disk the engine aborts without saying why. */
const LEAST_FREE_BYTES = 128 * 1024 * 1024

export interface EmbeddedDatabase {
  /** Path of the Unix socket that speaks the PostgreSQL protocol. */
  readonly socketPath: string
  close(): Promise<void>
}

type Report = { kind: 'ready' } | { kind: 'closed' } | { kind: 'failed'; message: string }

function nextReport(worker: Worker): Promise<Report> {
  return new Promise((resolve) => {
    const listen = (message: Partial<Report>) => {
      // Node's watch mode speaks on the same port: it names the files the worker loads.
      if (!message.kind) return
      worker.off('message', listen)
      resolve(message as Report)
    }
    worker.on('message', listen)
    worker.once('error', (error) => resolve({ kind: 'failed', message: String(error) }))
  })
}

function assertRoom(directory: string): void {
  const disk = statfsSync(directory)
  const free = disk.bavail * disk.bsize
  if (free < LEAST_FREE_BYTES) {
    throw new StartError(
      `The disk of ${directory} has ${Math.floor(free / 1048576)} MiB free; the embedded database needs 128 MiB. Free some space and start again.`,
    )
  }
}

/**
 * Opens (or creates) the embedded PostgreSQL in a directory and serves it on a Unix socket inside it.
 * What is committed survives the end of the process; the engine never calls fsync, so a power failure is
 * covered only by a PostgreSQL server of its own (DATABASE_URL).
 *
 * @throws StartError when another process has the directory, the disk is full, or the files cannot be opened.
 */
export async function openEmbeddedDatabase(directory: string): Promise<EmbeddedDatabase> {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const unlock = lockDirectory(directory)
  try {
    assertRoom(directory)
    const socketDirectory = join(directory, 'socket')
    rmSync(socketDirectory, { recursive: true, force: true })
    mkdirSync(socketDirectory, { mode: 0o700 })
    const socketPath = join(socketDirectory, '.s.PGSQL.5432')
    const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), {
      workerData: { dataDirectory: join(directory, 'postgres'), socketPath, port: null },
    })
    const report = await nextReport(worker)
    if (report.kind !== 'ready') {
      await worker.terminate()
      throw new StartError(
        `The embedded database in ${directory} cannot be opened: ${report.kind === 'failed' ? report.message : 'it closed'}. Check free space and permissions, or restore the directory from a backup.`,
      )
    }
    return {
      socketPath,
      async close() {
        const closed = nextReport(worker)
        worker.postMessage('close')
        await closed
        await worker.terminate()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}
