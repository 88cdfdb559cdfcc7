import { ValidationError } from '../platform/errors.ts'
import { connection, type PageArgs } from '../platform/paging.ts'
import type { VersionDeps } from './deps.ts'
import type { CommitRow } from './store.ts'

const DAY_MS = 86_400_000
/** How far back the changelog of a library reaches. */
export const MOST_CHANGELOG_DAYS = 365

/** What changed in all prompts of a library. */
export function createLibraryChangelog({ db, store, clock }: Pick<VersionDeps, 'db' | 'store' | 'clock'>) {
  return {
    /**
     * Commits on the mains of a library's prompts, newest first.
     *
     * @throws ValidationError for a number of days that is none
     */
    async libraryChangelog(libraryId: string, days: number, args: PageArgs) {
      if (days < 1 || days > MOST_CHANGELOG_DAYS)
        throw ValidationError.of('days', `days is ${days}, but must be from 1 to ${MOST_CHANGELOG_DAYS}.`)
      const since = new Date(clock.now().getTime() - days * DAY_MS)
      return connection(args, {
        list: 'changelog',
        descending: true,
        key: ['instant', 'uuid', 'number'],
        keyOf: (row: CommitRow) => [row.createdAt.toISOString(), row.promptId, row.seq],
        fetch: (window) => store.commitsOnMain(libraryId, since, window),
        count: () => store.countOnMain(db, libraryId, since),
      })
    },
  }
}
