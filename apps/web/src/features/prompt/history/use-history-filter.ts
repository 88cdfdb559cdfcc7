import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import { formatHistoryFilter, type HistoryFilter, parseHistoryFilter } from './history-filter.ts'

/** The filter of the address, and a way to change it there. */
export function useHistoryFilter() {
  const params = useSearchParams()
  const filter = useMemo(() => parseHistoryFilter(new URLSearchParams(params.toString())), [params])
  const setFilter = useCallback(
    (next: HistoryFilter) => {
      const query = formatHistoryFilter(new URLSearchParams(params.toString()), next)
      window.history.pushState(null, '', window.location.pathname + query)
    },
    [params],
  )
  return { filter, setFilter }
}
