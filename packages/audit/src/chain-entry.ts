import type { AuditBody, AuditEntry, AuditLink } from './entry.ts'
import { hashEntry } from './hash-entry.ts'

/** What the first entry of every chain names as the hash before it. */
export const GENESIS_HASH = '0'.repeat(64)

/**
 * Give a body its place in the chain: after `previous`, or first when that is `null`.
 *
 * @throws RangeError when `at` is not an ISO instant in UTC with milliseconds, or the previous number is not a positive integer.
 * @throws TypeError when the body is not plain JSON.
 */
export function chainEntry(previous: AuditLink | null, body: AuditBody): AuditEntry {
  if (previous && !(Number.isSafeInteger(previous.seq) && previous.seq >= 1)) {
    throw new RangeError(`The previous entry's seq must be 1 or more, but is ${previous.seq}`)
  }
  if (!isInstant(body.at)) {
    throw new RangeError(`An audit entry's time must look like 2026-01-31T09:30:00.000Z, but is "${body.at}"`)
  }
  const entry = { ...body, seq: (previous?.seq ?? 0) + 1, previousHash: previous?.hash ?? GENESIS_HASH }
  return { ...entry, hash: hashEntry(entry) }
}

function isInstant(text: string): boolean {
  const instant = new Date(text)
  return !Number.isNaN(instant.getTime()) && instant.toISOString() === text
}
