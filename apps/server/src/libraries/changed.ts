import type { CanonicalValue } from '@incipit/audit'

/** The fields that differ, with both values: what the audit log shows of an update. */
export function changed<T extends Record<string, CanonicalValue>>(before: T, after: T) {
  const fields = Object.keys(after).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  )
  return Object.fromEntries(
    fields.map((field) => [field, { before: before[field] ?? null, after: after[field] ?? null }]),
  )
}
