import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import { type AuditFilterState, formatAuditFilter, parseAuditFilter } from '../audit-filter.ts'

/** The filter of the address, and a way to change it there. */
export function useAuditFilter() {
  const params = useSearchParams()
  const filter = useMemo(() => parseAuditFilter(new URLSearchParams(params.toString())), [params])
  const setFilter = useCallback((next: AuditFilterState) => {
    window.history.replaceState(null, '', window.location.pathname + formatAuditFilter(next))
  }, [])
  return { filter, setFilter, isFiltered: formatAuditFilter(filter) !== '' }
}
