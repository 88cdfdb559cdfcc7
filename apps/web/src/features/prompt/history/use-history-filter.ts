import { useCallback, useMemo } from 'react'
import { useAddressQuery } from '../../../lib/use-address-query.ts'
import { formatHistoryFilter, type HistoryFilter, parseHistoryFilter } from './history-filter.ts'

/** The filter of the address, and a way to change it there. */
export function useHistoryFilter() {
  const [params, setQuery] = useAddressQuery()
  const filter = useMemo(() => parseHistoryFilter(params), [params])
  const setFilter = useCallback(
    (next: HistoryFilter) => setQuery(formatHistoryFilter(params, next)),
    [params, setQuery],
  )
  return { filter, setFilter }
}
