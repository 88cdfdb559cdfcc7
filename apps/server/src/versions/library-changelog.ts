import type { ChangeType } from '@incipit/version-control'
import { ValidationError } from '../platform/errors.ts'
import { connection, type PageArgs } from '../platform/paging.ts'
import type { VersionDeps } from './deps.ts'
import type { CommitRow } from './store.ts'

const DAY_MS = 86_400_000
/** How far back the changelog of a library reaches. */
export const MOST_CHANGELOG_DAYS = 365
/** Categories one reader may ask for at once. */
const MOST_CHOSEN = 50

/** What narrows the changelog of a library; nothing and empty lists do not. */
export interface LibraryChangelogFilter {
  readonly days: number
  readonly category?: readonly string[] | null
  readonly changeType?: readonly ChangeType[] | null
}

/** What changed in all prompts of a library. */
export function createLibraryChangelog({ db, store, clock }: Pick<VersionDeps, 'db' | 'store' | 'clock'>) {
  return {
    /**
     * Commits on the mains of a library's prompts, newest first.
     *
     * @throws ValidationError for a number of days that is none
     */
    async libraryChangelog(
      libraryId: string,
      { days, category, changeType }: LibraryChangelogFilter,
      args: PageArgs,
    ) {
      if (days < 1 || days > MOST_CHANGELOG_DAYS)
        throw ValidationError.of('days', `days is ${days}, but must be from 1 to ${MOST_CHANGELOG_DAYS}.`)
      if ((category?.length ?? 0) > MOST_CHOSEN)
        throw ValidationError.of('category', `A changelog is narrowed to at most ${MOST_CHOSEN} categories.`)
      const wanted = {
        since: new Date(clock.now().getTime() - days * DAY_MS),
        categories: category?.length ? category : undefined,
        changeTypes: changeType?.length ? changeType : undefined,
      }
      return connection(args, {
        list: 'changelog',
        descending: true,
        key: ['instant', 'uuid', 'number'],
        keyOf: (row: CommitRow) => [row.createdAt.toISOString(), row.promptId, row.seq],
        fetch: (window) => store.commitsOnMain(libraryId, wanted, window),
        count: () => store.countOnMain(db, libraryId, wanted),
      })
    },
  }
}
