import { type Period, parsePeriod } from '../../lib/periods.ts'
import type { StateValue } from '../../ui/index.ts'
import { STATES } from '../../ui/states.ts'

/** What a reader has of all changes, as it stands in the address. */
export interface ChangesFilter {
  days: Period
  /** Empty: all. */
  category: string
  changeType: StateValue<'changeType'> | null
}

const USUAL_PERIOD: Period = 30

/** Reads the filter of an address; what it does not know it leaves out. */
export function parseChangesFilter(params: URLSearchParams): ChangesFilter {
  const type = (params.get('type') ?? '').toUpperCase()
  return {
    days: parsePeriod(params.get('days')) ?? USUAL_PERIOD,
    category: params.get('category') ?? '',
    changeType: isChangeType(type) ? type : null,
  }
}

/** Writes a filter as a query string with its `?`; empty when it asks for nothing unusual. */
export function formatChangesFilter({ days, category, changeType }: ChangesFilter): string {
  const params = new URLSearchParams()
  if (days !== USUAL_PERIOD) params.set('days', String(days))
  if (category) params.set('category', category)
  if (changeType) params.set('type', changeType.toLowerCase())
  return params.size > 0 ? `?${params}` : ''
}

/** The kinds of changes there are. */
export const CHANGE_TYPES = Object.keys(STATES.changeType).filter(isChangeType)

/** Whether a text names a kind of changes. */
export function isChangeType(text: string): text is StateValue<'changeType'> {
  return Object.hasOwn(STATES.changeType, text)
}
