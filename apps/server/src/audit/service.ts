import { type AuditEntry, verifyChain } from '@incipit/audit'
import { authorize, type Caller } from '../libraries/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import { connection, type PageArgs } from '../platform/paging.ts'
import type { AuditFilter, AuditStore } from './store.ts'

/** Entries read at once while a chain is verified: memory stays flat however long the log is. */
const VERIFY_BATCH = 2000

export interface Verification {
  readonly ok: boolean
  readonly count: number
  readonly head: string | null
  readonly firstBadSeq: number | null
  readonly reason: string | null
  readonly checkedAt: Date
}

/** Reading and verifying the audit log. */
export function createAuditService({ db, store, clock }: { db: Database; store: AuditStore; clock: Clock }) {
  async function verify(libraryId: string): Promise<Verification> {
    const expected = await store.head(libraryId)
    let last: { seq: number; hash: string } | null = null
    let count = 0
    for (;;) {
      const page: AuditEntry[] = await store.list(
        libraryId,
        {},
        { after: last?.seq ?? 0, before: (expected?.seq ?? 0) + 1, limit: VERIFY_BATCH, order: 'asc' },
      )
      const final = page.length < VERIFY_BATCH
      const result = verifyChain(page, { startAfter: last, ...(final ? { expectedHead: expected } : {}) })
      if (!result.ok) {
        return {
          ok: false,
          count,
          head: last?.hash ?? null,
          firstBadSeq: result.seq,
          reason: result.reason,
          checkedAt: clock.now(),
        }
      }
      count += result.count
      last = result.head
      if (final)
        return {
          ok: true,
          count,
          head: last?.hash ?? null,
          firstBadSeq: null,
          reason: null,
          checkedAt: clock.now(),
        }
    }
  }

  return {
    /** Newest first. */
    async entries(caller: Caller, libraryId: string, filter: AuditFilter, args: PageArgs) {
      await authorize(caller, libraryId, 'audit.read', 'The library')
      return connection(args, {
        list: 'audit',
        descending: true,
        key: ['number'],
        keyOf: (entry: AuditEntry) => [entry.seq],
        fetch: ({ start, descending, limit }) =>
          store.list(libraryId, filter, {
            after: descending ? null : ((start?.[0] as number | undefined) ?? null),
            before: descending ? ((start?.[0] as number | undefined) ?? null) : null,
            limit,
            order: descending ? 'desc' : 'asc',
          }),
        count: () => store.count(db, libraryId, filter),
      })
    },

    async entry(caller: Caller, libraryId: string, seq: number): Promise<AuditEntry | null> {
      await authorize(caller, libraryId, 'audit.read', 'The audit entry')
      return store.find(libraryId, seq)
    },

    /** Recomputes the library's hash chain up to its present head. */
    async verification(caller: Caller, libraryId: string): Promise<Verification> {
      await authorize(caller, libraryId, 'audit.read', 'The library')
      return verify(libraryId)
    },

    verify,
  }
}

export type AuditService = ReturnType<typeof createAuditService>
