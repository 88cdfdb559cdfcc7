import { NotFoundError } from '../platform/errors.ts'
import { type ApprovalState, createApprovals } from './approvals.ts'
import type { ChangeRequestDeps } from './deps.ts'
import { createPersonOf } from './person-of.ts'
import type { RequestKey } from './request-service.ts'
import { createSituations, type Situation } from './situations.ts'
import type { ChangeRequestRow } from './store.ts'

/** A change request with everything that decides about it. */
export interface JudgedRequest {
  readonly request: ChangeRequestRow
  readonly situation: Situation
  readonly approvals: ApprovalState
}

export type ChangeReader = ReturnType<typeof createChangeReader>

/** Reads change requests together with their branches, commits and reviews. */
export function createChangeReader(deps: ChangeRequestDeps) {
  const { versions } = deps
  const situationsOf = createSituations(deps)
  const approvalsOf = createApprovals(deps)

  /** @throws NotFoundError when there is no such change request */
  async function situation({ libraryId, id }: RequestKey): Promise<Situation> {
    const found = (await situationsOf(libraryId, [id])).get(id)
    if (!found) throw new NotFoundError('The change request')
    return found
  }

  return {
    personOf: createPersonOf(deps),
    situation,
    situationsOf,
    approvalsOf,

    /** Situations with their approvals, by the ids of the change requests: a constant number of statements. */
    async judgedRequests(libraryId: string, ids: readonly string[]): Promise<Map<string, JudgedRequest>> {
      const situations = await situationsOf(libraryId, ids)
      const approvals = await approvalsOf(libraryId, [...situations.values()])
      return new Map(
        [...situations].map(([id, entry]) => [
          id,
          { request: entry.request, situation: entry, approvals: approvals.get(id)! },
        ]),
      )
    },

    /** @throws NotFoundError when there is no such change request */
    async judged(key: RequestKey): Promise<JudgedRequest> {
      const entry = await situation(key)
      const approvals = (await approvalsOf(key.libraryId, [entry])).get(key.id)!
      return { request: entry.request, situation: entry, approvals }
    },

    /** Contents of commits of one prompt, by commit id; null stands for no commit, which is empty. */
    async contentsOf(
      libraryId: string,
      promptId: string,
      commitIds: readonly (string | null)[],
    ): Promise<Map<string | null, string>> {
      const ids = [...new Set(commitIds)].filter((id) => id !== null)
      const rows = await versions.findCommits(libraryId, [promptId], ids)
      const contents = await versions.contents(
        libraryId,
        rows.map(({ contentHash }) => contentHash),
      )
      return new Map<string | null, string>([
        [null, ''],
        ...rows.map(({ id, contentHash }): [string, string] => [id, contents.get(contentHash) ?? '']),
      ])
    },
  }
}
