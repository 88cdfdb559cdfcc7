/** A day of the API, such as 2026-03-01, as people write it: "1 March 2026"; days are those of UTC. */
export function dayText(day: string): string {
  return new Date(day).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
}
