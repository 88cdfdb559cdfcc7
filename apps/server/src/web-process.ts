import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StartError } from './platform/errors.ts'

const WEB = fileURLToPath(new URL('../../web', import.meta.url))

/** What the web process gets to know of the environment: nothing secret, no database. */
const PASSED_ON = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'TZ', 'SystemRoot']

export interface WebProcess {
  readonly url: string
  readonly development: boolean
  close(): Promise<void>
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as { port: number }
  await new Promise((resolve) => probe.close(resolve))
  return port
}

/**
 * Runs the Next.js application as a process of its own on a loopback port, without secrets.
 *
 * @throws StartError when it ends before it answers
 */
export async function startWeb(
  mode: 'start' | 'dev',
  env: Readonly<Record<string, string | undefined>>,
): Promise<WebProcess> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const next = createRequire(join(WEB, 'package.json')).resolve('next/dist/bin/next')
  const leash = new URL('./web-leash.ts', import.meta.url).href
  const child = spawn(
    process.execPath,
    ['--import', leash, next, mode, '-H', '127.0.0.1', '-p', String(port)],
    {
      cwd: WEB,
      env: {
        ...Object.fromEntries(
          PASSED_ON.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])),
        ),
        NODE_ENV: mode === 'start' ? 'production' : 'development',
        NEXT_TELEMETRY_DISABLED: '1',
      },
      // The channel carries nothing; its end tells the web process that the server is gone.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  await answering(child)
  return {
    url,
    development: mode === 'dev',
    async close() {
      if (child.exitCode !== null) return
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
    },
  }
}

async function answering(child: ChildProcess): Promise<void> {
  let said = ''
  child.stdout!.on('data', (data) => {
    said = `${said}${data}`.slice(-2000)
  })
  child.stderr!.on('data', (data) => {
    said = `${said}${data}`.slice(-2000)
  })
  const ended = new Promise<never>((_resolve, reject) => {
    child.once('exit', () => {
      const lastLine = said.trim().split('\n').at(-1) ?? ''
      reject(
        new StartError(
          `The web application did not start: ${lastLine}. Build it again with npm start after removing apps/web/.next.`,
        ),
      )
    })
  })
  const ready = new Promise<void>((resolve) => {
    const look = () => {
      if (/Ready in/i.test(said)) resolve()
    }
    child.stdout!.on('data', look)
  })
  await Promise.race([ready, ended])
  ended.catch(() => {})
}
