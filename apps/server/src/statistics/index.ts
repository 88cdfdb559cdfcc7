import { CATEGORIES, STATUSES } from '@incipit/library'
import type { LibraryRow } from '../libraries/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import { ValidationError } from '../platform/errors.ts'
import { createStatisticsStore, type PromptGroup } from './store.ts'

const DAY_MS = 86_400_000
/** Days in which somebody counts as a contributor. */
export const CONTRIBUTOR_DAYS = 30
/** How many days of activity can be asked for. */
export const MOST_DAYS = 365

/** A value and how many have it. */
export interface ValueCount {
  readonly value: string
  readonly count: number
}

/** What can be counted in a library. */
export interface Statistics {
  /** In use: neither archived nor deleted; so are those that follow. */
  readonly promptCount: number
  readonly archivedCount: number
  readonly staleCount: number
  readonly withErrorsCount: number
  readonly pendingDeprecations: number
  /** Every status, archived too. */
  readonly byStatus: readonly ValueCount[]
  /** Every category, archived prompts aside. */
  readonly byCategory: readonly ValueCount[]
  /** Commits on all branches, since the beginning. */
  readonly totalChanges: number
  readonly openChangeRequests: number
  readonly contributors: number
  /** Commits of each of the last UTC days, the oldest first, days without any included. */
  readonly activity: readonly { readonly day: string; readonly count: number }[]
}

/** Numbers of libraries. */
export function createStatistics({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  const store = createStatisticsStore(db)
  return {
    /** @throws ValidationError for a number of days that is none */
    async statistics(library: LibraryRow, days: number): Promise<Statistics> {
      if (days < 1 || days > MOST_DAYS)
        throw ValidationError.of('days', `days is ${days}, but must be from 1 to ${MOST_DAYS}.`)
      const { libraryId } = library
      const now = clock.now()
      const ago = (days: number) => new Date(now.getTime() - days * DAY_MS)
      const dayNames = lastDays(now, days)
      const [groups, totalChanges, active, contributors, openChangeRequests] = await Promise.all([
        store.groups(libraryId, ago(library.staleAfterDays)),
        store.countCommits(libraryId),
        store.commitsByDay(libraryId, new Date(`${dayNames[0]}T00:00:00Z`)),
        store.countContributors(libraryId, ago(CONTRIBUTOR_DAYS)),
        store.countOpenChanges(libraryId),
      ])
      const countOf = new Map(active.map(({ day, count }) => [day, count]))
      return {
        ...promptNumbers(groups),
        totalChanges,
        openChangeRequests,
        contributors,
        activity: dayNames.map((day) => ({ day, count: countOf.get(day) ?? 0 })),
      }
    },
  }
}

export type StatisticsService = ReturnType<typeof createStatistics>

function promptNumbers(groups: readonly PromptGroup[]) {
  const inUse = groups.filter(({ status }) => status !== 'archived')
  const sum = (rows: readonly PromptGroup[], of: (group: PromptGroup) => number = ({ count }) => count) =>
    rows.reduce((total, group) => total + of(group), 0)
  const byStatus = STATUSES.map(({ status }) => ({
    value: status,
    count: sum(groups.filter((group) => group.status === status)),
  }))
  return {
    promptCount: sum(inUse),
    archivedCount: sum(groups) - sum(inUse),
    staleCount: sum(inUse, ({ stale }) => stale),
    withErrorsCount: sum(inUse, ({ withErrors }) => withErrors),
    pendingDeprecations: byStatus.find(({ value }) => value === 'deprecated')!.count,
    byStatus,
    byCategory: CATEGORIES.map(({ name }) => ({
      value: name,
      count: sum(inUse.filter(({ category }) => category === name)),
    })),
  }
}

/** The last UTC days as YYYY-MM-DD, today last. */
function lastDays(now: Date, days: number): string[] {
  return Array.from({ length: days }, (_, at) =>
    new Date(now.getTime() - (days - 1 - at) * DAY_MS).toISOString().slice(0, 10),
  )
}
