/** What narrows the audit log, as it stands in the address. */
export interface AuditFilterState {
  action: string
  actorId: string
  subjectId: string
  subjectType: string
  /** Days, YYYY-MM-DD, in the reader's own zone; both are included. */
  since: string
  until: string
}

const FIELDS = ['action', 'actorId', 'subjectType', 'subjectId', 'since', 'until'] as const

/** Reads the filter of an address. */
export function parseAuditFilter(params: URLSearchParams): AuditFilterState {
  return Object.fromEntries(
    FIELDS.map((field) => [field, params.get(field) ?? '']),
  ) as unknown as AuditFilterState
}

/** Writes a filter as a query string with its `?`; empty when it narrows nothing. */
export function formatAuditFilter(filter: AuditFilterState): string {
  const params = new URLSearchParams(
    FIELDS.filter((field) => filter[field] !== '').map((field) => [field, filter[field]]),
  )
  return params.size > 0 ? `?${params}` : ''
}

/** The filter as the API takes it: days become the moments they begin and end. */
export function toAuditFilter(filter: AuditFilterState) {
  return {
    action: filter.action || null,
    actorId: filter.actorId || null,
    subjectType: filter.subjectType || null,
    subjectId: filter.subjectId || null,
    since: startOfDay(filter.since, 0),
    until: startOfDay(filter.until, 1),
  }
}

function startOfDay(day: string, later: number): string | null {
  const [year, month, date] = day.split('-').map(Number)
  if (!year || !month || !date) return null
  const moment = new Date(year, month - 1, date + later)
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}
