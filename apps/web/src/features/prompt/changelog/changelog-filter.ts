import { type Period, parsePeriod } from '../../../lib/periods.ts'

/** Which changes a changelog shows, and how it puts them together. */
export interface ChangelogFilter {
  by: 'version' | 'date'
  /** Only the last so many; `null`: all. */
  days: Period | null
}

/** The filter an address asks for: `?by=date`, `?days=30`. */
export function parseChangelogFilter(params: URLSearchParams): ChangelogFilter {
  return {
    by: params.get('by') === 'date' ? 'date' : 'version',
    days: parsePeriod(params.get('days')),
  }
}

/** The query part of an address with this filter; what else the address says stays. */
export function formatChangelogFilter(params: URLSearchParams, { by, days }: ChangelogFilter): string {
  const next = new URLSearchParams(params)
  next.delete('by')
  next.delete('days')
  if (by === 'date') next.set('by', 'date')
  if (days !== null) next.set('days', String(days))
  const text = next.toString().replaceAll('%2F', '/')
  return text === '' ? '' : `?${text}`
}
