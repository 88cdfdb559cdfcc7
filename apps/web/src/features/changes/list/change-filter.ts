import type { VariablesOf } from '../../../graphql/index.ts'
import type { LibraryChangesQuery } from './changes-query.ts'

/** Which change requests are listed, as it stands in the address. */
export interface ChangeFilter {
  show: Show
  /** Only those of the person who looks. */
  mine: boolean
  /** Only those that wait for a review of theirs. */
  waiting: boolean
  text: string
}

export const SHOWS = ['open', 'merged', 'closed', 'all'] as const
export type Show = (typeof SHOWS)[number]

type ApiFilter = NonNullable<VariablesOf<typeof LibraryChangesQuery>['filter']>

const STATUSES = { open: ['OPEN'], merged: ['MERGED'], closed: ['CLOSED'], all: null } as const

export const EVERY_OPEN: ChangeFilter = { show: 'open', mine: false, waiting: false, text: '' }

/** Reads the filter of an address; what it does not know it leaves out. */
export function parseChangeFilter(params: URLSearchParams): ChangeFilter {
  const show = params.get('show')
  return {
    show: SHOWS.find((known) => known === show) ?? 'open',
    mine: params.get('mine') === '1',
    waiting: params.get('waiting') === '1',
    text: (params.get('q') ?? '').slice(0, 200),
  }
}

/** Writes a filter as a query string with its `?`; empty for all that are open. */
export function formatChangeFilter({ show, mine, waiting, text }: ChangeFilter): string {
  const params = new URLSearchParams()
  if (text) params.set('q', text)
  if (show !== 'open') params.set('show', show)
  if (mine) params.set('mine', '1')
  if (waiting) params.set('waiting', '1')
  const query = params.toString()
  return query && `?${query}`
}

/** The filter as the API takes it. */
export function toApiFilter({ show, mine, waiting, text }: ChangeFilter): ApiFilter {
  const statuses = STATUSES[show]
  return {
    statuses: statuses && [...statuses],
    mine: mine || null,
    awaitingMyReview: waiting || null,
    text: text.trim() || null,
  }
}

/** Whether anything but the status narrows the list. */
export function isNarrowed({ mine, waiting, text }: ChangeFilter): boolean {
  return mine || waiting || text.trim() !== ''
}
