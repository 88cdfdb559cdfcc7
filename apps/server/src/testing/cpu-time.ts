import { readFileSync } from 'node:fs'

/** The kernel counts in hundredths of a second on every Linux we know of. */
const TICKS_PER_SECOND = 100

/** Seconds of processor a process has used so far, all threads; `null` where the system does not tell (not Linux). */
export function cpuSeconds(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
  } catch {
    return null
  }
}
