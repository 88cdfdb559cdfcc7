import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChild } from './child.ts'

/** A process that answers `body` (JSON) to every request: the peer of whatever answers the same bytes with work behind them. */
export async function startBareServer(
  body: string,
): Promise<{ url: string; pid: number; stop(): Promise<void> }> {
  const directory = mkdtempSync(join(tmpdir(), 'incipit-bench-'))
  const file = join(directory, 'answer.json')
  writeFileSync(file, body)
  const child = await startChild('./bare-route.ts', [file])
  return {
    url: `http://127.0.0.1:${child.said}`,
    pid: child.pid,
    async stop() {
      await child.stop()
      rmSync(directory, { recursive: true })
    },
  }
}
