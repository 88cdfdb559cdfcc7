import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from './errors.ts'

/** When a process started, in clock ticks since boot; null where the system does not tell (not Linux). */
function startTime(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function holderOf(file: string): { pid: number; started: string | null } | null {
  try {
    const [pid, started] = readFileSync(file, 'utf8').trim().split(' ')
    return { pid: Number(pid), started: started || null }
  } catch {
    return null
  }
}

/**
 * Takes a data directory for this process, and for it alone: two embedded databases on one directory destroy
 * each other's data. A lock is taken over only from a process that is gone (or whose id another process now
 * has, told by the start time). Returns the function that gives it back.
 */
export function lockDirectory(directory: string): () => void {
  const file = join(directory, 'incipit.lock')
  const mine = `${process.pid} ${startTime(process.pid) ?? ''}\n`
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, mine, { flag: 'wx', mode: 0o600 })
      return () => {
        if (holderOf(file)?.pid === process.pid) rmSync(file, { force: true })
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = holderOf(file)
    const alive =
      holder !== null &&
      isAlive(holder.pid) &&
      (holder.started === null || holder.started === startTime(holder.pid))
    if (alive) break
    rmSync(file, { force: true })
  }
  throw new StartError(
    `The data directory ${directory} is in use by process ${holderOf(file)?.pid}. Stop that server first, or set INCIPIT_DATA to another directory.`,
  )
}
