import { successor } from './successor.ts'

/** A parsed `YYYY.MM.DD[.N]`. */
export interface Calver {
  /** The day as `YYYY-MM-DD`. */
  readonly date: string
  /** 0 for the first version of the day, then 1, 2, … */
  readonly n: number
}

const FORM = /^(\d{4})\.(\d{2})\.(\d{2})(?:\.([1-9]\d*))?$/

/** @internal */
export function parseCalver(text: string): Calver | null {
  const match = FORM.exec(text)
  if (!match) return null
  const date = `${match[1]}-${match[2]}-${match[3]}`
  const n = Number(match[4] ?? 0)
  return isCalendarDay(date) && Number.isSafeInteger(n) ? { date, n } : null
}

/** @internal */
export function compareCalver(a: Calver, b: Calver): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1
  return a.n - b.n
}

/** @internal When the clock stepped back, counting goes on from the later day: a number is never given twice. */
export function nextCalver(previous: Calver | null, today: string): string {
  if (!previous || previous.date < today) return today.replaceAll('-', '.')
  return `${previous.date.replaceAll('-', '.')}.${successor(previous.n)}`
}

/** @internal Whether the text is a day that exists, as `YYYY-MM-DD`. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00.000Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
