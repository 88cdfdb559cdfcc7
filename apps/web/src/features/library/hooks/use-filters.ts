import { useCallback, useMemo } from 'react'
import { useAddressQuery } from '../../../lib/use-address-query.ts'
import { type Filters, formatFilters, parseFilters } from '../filters.ts'

/** The filters of the address, and a way to change them there; typing replaces the present step of the history. */
export function useFilters() {
  const [params, setQuery] = useAddressQuery()
  const filters = useMemo(() => parseFilters(params), [params])
  const setFilters = useCallback(
    (next: Filters, options?: { replace?: boolean }) => setQuery(formatFilters(next), options),
    [setQuery],
  )
  return { filters, setFilters }
}
