import { can } from '@incipit/access'
import type { Caller } from '../libraries/index.ts'
import { connection, type PageArgs } from '../platform/paging.ts'
import type { ChangeRequestDeps } from './deps.ts'
import type { ChangeReader } from './reader.ts'
import { type ChangeRequestFilter, searchWords } from './request-input.ts'
import type { ChangeRequestQuery, ChangeRequestRow } from './store.ts'

/** How many open change requests are looked through for those that wait for somebody's review. */
const MOST_WAITING = 500

/** Lists of change requests. */
export function createListService(deps: ChangeRequestDeps, reader: ChangeReader) {
  const { store } = deps

  /** Those that lack an approval the caller may give. */
  async function waitingFor(caller: Caller, libraryId: string, query: ChangeRequestQuery): Promise<string[]> {
    const subject = await caller.subjectIn(libraryId)
    const { actor } = caller
    if (!actor || !subject || !can(subject, 'review.approve')) return []
    const candidates = await store.unjudged(libraryId, query, actor.id, MOST_WAITING)
    if (candidates.length === 0) return []
    const person = await reader.personOf(caller, libraryId)
    const judged = await reader.judgedRequests(libraryId, candidates)
    return candidates.filter((id) => {
      const approvals = judged.get(id)?.approvals
      return approvals && person && approvals.given < approvals.required && !approvals.writers.has(person)
    })
  }

  async function queryFor(
    caller: Caller,
    libraryId: string,
    filter: ChangeRequestFilter,
    promptId: string | null,
  ): Promise<ChangeRequestQuery> {
    const query: ChangeRequestQuery = {
      ...(promptId && { promptId }),
      ...(filter.statuses && { statuses: filter.statuses }),
      // Nobody's own are none: anonymous callers never get here.
      ...(filter.mine && { authorId: caller.actor?.id ?? '' }),
      ...searchWords(filter),
    }
    return filter.awaitingMyReview ? { ...query, ids: await waitingFor(caller, libraryId, query) } : query
  }

  return {
    /** Change requests of a library, or of one prompt, newest activity first. */
    async list(
      caller: Caller,
      of: { readonly libraryId: string; readonly promptId: string | null },
      filter: ChangeRequestFilter,
      args: PageArgs,
    ) {
      const { libraryId, promptId } = of
      const query = await queryFor(caller, libraryId, filter, promptId)
      return connection(args, {
        list: 'change-requests',
        descending: true,
        key: ['instant', 'uuid'],
        keyOf: (row: ChangeRequestRow) => [row.updatedAt.toISOString(), row.id],
        fetch: (window) => store.list(libraryId, query, window),
        count: () => store.count(libraryId, query),
      })
    },
  }
}
