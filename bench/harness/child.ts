import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface Child {
  readonly pid: number
  /** What it said first. */
  readonly said: string
  stop(): Promise<void>
}

/** Runs a script of this directory as a process of its own and waits for its first message. */
export async function startChild(script: string, args: readonly string[]): Promise<Child> {
  const file = fileURLToPath(new URL(script, import.meta.url))
  const child = fork(file, args, { env: { ...process.env, NODE_ENV: 'production' } })
  const exited = once(child, 'exit')
  const ended = exited.then(() => {
    throw new Error(`${script} ended before it was ready`)
  })
  const [said] = await Promise.race([once(child, 'message'), ended])
  ended.catch(() => {})
  return {
    pid: child.pid!,
    said: String(said),
    async stop() {
      child.kill()
      await exited
    },
  }
}
