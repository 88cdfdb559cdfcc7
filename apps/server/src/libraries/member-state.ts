import type { MemberRow } from './store.ts'

/** What the audit log takes the hash of. */
export const memberState = (row: MemberRow) => ({ userId: row.userId, level: row.level })
