const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long before or after `now` a time lies, as people say it: "just now", "3 min ago", "in 2 h", "5 days ago"; a date when more than 30 days away. */
export function relativeTime(date: Date, now: Date): string {
  const seconds = Math.round((date.getTime() - now.getTime()) / 1000)
  const distance = Math.abs(seconds)
  if (distance < 45) return 'just now'
  if (distance < 45 * MINUTE) return worded(seconds, `${Math.max(1, Math.round(distance / MINUTE))} min`)
  if (distance < 22 * HOUR) return worded(seconds, `${Math.max(1, Math.round(distance / HOUR))} h`)
  const days = Math.max(1, Math.round(distance / DAY))
  if (days === 1) return seconds < 0 ? 'yesterday' : 'tomorrow'
  if (days <= 30) return worded(seconds, `${days} days`)
  return shortDate(date, now)
}

/** A time to the second, with weekday and zone, in the reader's own form. */
export function exactTime(date: Date): string {
  return date.toLocaleString(undefined, { dateStyle: 'full', timeStyle: 'long' })
}

function worded(seconds: number, text: string): string {
  return seconds < 0 ? `${text} ago` : `in ${text}`
}

function shortDate(date: Date, now: Date): string {
  const sameYear = date.getFullYear() === now.getFullYear()
  return date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  })
}
