import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'
import { root } from './steps.mjs'

const running = new Set()

/** npm describes the running script and its own settings in the environment; of those only the way to the registry is kept. */
const KEPT = /^npm_config_(registry|cache|cafile|proxy|https_proxy|noproxy|strict_ssl)$/

/** The environment without what npm and the caller's NODE_ENV would tell a package manager or a build. */
export function cleanEnvironment(more = {}) {
  const kept = Object.entries(process.env).filter(
    ([name, value]) =>
      value && (!/^(npm_|pnpm_script|INIT_CWD$|NODE$|NODE_ENV$|NODE_OPTIONS$)/.test(name) || KEPT.test(name)),
  )
  return { ...Object.fromEntries(kept), ...more }
}

function start(command, args, options) {
  const child = spawn(command, args, { cwd: fileURLToPath(root), ...options })
  running.add(child)
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, signal: null, error }))
    child.once('close', (code, signal) => resolve({ code, signal, error: null }))
  }).finally(() => running.delete(child))
  return { child, ended }
}

/** Runs a command and keeps what it says: `{ ok, code, output }`. It gets no input, so it cannot ask. */
export async function runQuietly(command, args, options = {}) {
  const { child, ended } = start(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => (output += text))
  const { code, error } = await ended
  return { ok: code === 0, code, output: error ? `${output}${error.message}\n` : output }
}

/** Runs a command in front: it has the terminal, gets our signals, and its end is the exit code returned. */
export async function runInFront(command, args, options = {}) {
  const { ended } = start(command, args, { ...options, stdio: 'inherit' })
  const orphaned = watchParent()
  const { code, signal, error } = await ended
  clearInterval(orphaned)
  if (error) throw error
  return signal ? 128 + constants.signals[signal] : code
}

let stopped = false

/** A signal ends what runs; this process ends after it. */
function stop(signal) {
  if (running.size === 0) process.exit(128 + constants.signals[signal])
  stopped = true
  for (const child of running) child.kill(signal)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)

/** npm may be killed without a word to us; what it started must not stay behind. */
function watchParent() {
  if (!process.env.npm_lifecycle_event) return undefined
  const parent = process.ppid
  return setInterval(() => process.ppid === parent || stop('SIGTERM'), 500).unref()
}

/** Whether a signal asked this process to end: work that follows must not start. */
export const isStopped = () => stopped

/** The end of a log, for people who have to see why a command failed. */
export function lastLines(output, count = 40) {
  return output.trimEnd().split('\n').slice(-count).join('\n')
}
