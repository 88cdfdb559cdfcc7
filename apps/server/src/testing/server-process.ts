import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { DatabaseAddress } from '../platform/database.ts'

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))
/** Lines of what the process said that an error repeats. */
const LAST_LINES = 15

export interface ServerProcessSpec {
  readonly address: DatabaseAddress
  /** The same port again after a restart; a free one where absent. */
  readonly port?: number
  readonly env?: Readonly<Record<string, string>>
  /** Options of Node itself, such as `--cpu-prof`. */
  readonly nodeOptions?: readonly string[]
  /** The script to run instead of `main.ts`: one that ends in it. */
  readonly script?: string
}

/** The real server as a process of its own. */
export interface ServerProcess {
  readonly url: string
  readonly port: number
  readonly pid: number
  /** Milliseconds from the start of the process until /readyz said yes. */
  readonly readyMs: number
  /** Ends it as a power switch would: SIGKILL, nothing flushed. */
  kill(): Promise<void>
  /** Ends it as an operator would: SIGTERM, everything flushed. */
  stop(): Promise<void>
}

/**
 * Starts `main.ts` in demo mode, without the web application and its rate limit unless `env` says otherwise, and
 * waits until it is ready.
 *
 * @throws Error with what the process said when it ends before that
 */
export async function startServerProcess(spec: ServerProcessSpec): Promise<ServerProcess> {
  const port = spec.port ?? (await freePort())
  const began = performance.now()
  const child = spawn(process.execPath, [...(spec.nodeOptions ?? []), spec.script ?? MAIN], {
    env: environment(spec, port),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'exit')
  await announced(child, exited)
  const url = `http://127.0.0.1:${port}`
  const ready = await fetch(`${url}/readyz`)
  await ready.arrayBuffer()
  if (!ready.ok) throw new Error(`The server announced itself, but /readyz answers ${ready.status}`)
  const readyMs = performance.now() - began
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal)
    await exited
  }
  return {
    url,
    port,
    pid: child.pid!,
    readyMs,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}

function environment({ address, env }: ServerProcessSpec, port: number): NodeJS.ProcessEnv {
  const { DATABASE_URL: _url, INCIPIT_DATA: _data, ...rest } = process.env
  return {
    ...rest,
    NODE_ENV: 'production',
    PORT: String(port),
    HOST: '127.0.0.1',
    INCIPIT_DEMO: '1',
    INCIPIT_WEB: 'off',
    INCIPIT_RATE_LIMIT: '0',
    INCIPIT_LOG_LEVEL: 'warn',
    ...('url' in address ? { DATABASE_URL: address.url } : { INCIPIT_DATA: address.directory }),
    ...env,
  }
}

/** Resolves with the line that says it is ready. */
async function announced(child: ChildProcess, exited: Promise<unknown[]>): Promise<void> {
  let said = ''
  const ready = new Promise<void>((resolve) => {
    const listen = (data: Buffer) => {
      said = `${said}${data}`.slice(-20_000)
      if (said.includes('Incipit is ready')) resolve()
    }
    child.stdout!.on('data', listen)
    child.stderr!.on('data', listen)
  })
  const ended = exited.then(() => {
    throw new Error(
      `The server ended before it was ready:\n${said.split('\n').slice(-LAST_LINES).join('\n')}`,
    )
  })
  await Promise.race([ready, ended])
  ended.catch(() => {})
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}
