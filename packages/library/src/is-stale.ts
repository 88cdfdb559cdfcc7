/** Days without a change after which a prompt counts as stale, unless the library sets its own. */
export const STALE_DAYS = 90

const DAY = 24 * 60 * 60 * 1000

/**
 * Whether more than `days` days (of 24 hours) have passed since the last change. Exactly `days` is not stale yet.
 *
 * @param modifiedAt last change: a Date, an ISO text, or milliseconds since 1970
 * @param now the present, in the same forms
 * @throws RangeError when either is not an instant
 */
export function isStale(
  modifiedAt: Date | string | number,
  now: Date | string | number,
  days = STALE_DAYS,
): boolean {
  return millis(now) - millis(modifiedAt) > days * DAY
}

function millis(instant: Date | string | number): number {
  const value = new Date(instant).getTime()
  if (Number.isNaN(value)) throw new RangeError(`"${instant}" is not an instant`)
  return value
}
