import { useCallback, useMemo } from 'react'
import { useAddressQuery } from '../../../lib/use-address-query.ts'
import { type AuditFilterState, formatAuditFilter, parseAuditFilter } from '../audit-filter.ts'

/** The filter of the address, and a way to change it there. */
export function useAuditFilter() {
  const [params, setQuery] = useAddressQuery()
  const filter = useMemo(() => parseAuditFilter(params), [params])
  const setFilter = useCallback(
    (next: AuditFilterState) => setQuery(formatAuditFilter(next), { replace: true }),
    [setQuery],
  )
  return { filter, setFilter, isFiltered: formatAuditFilter(filter) !== '' }
}
