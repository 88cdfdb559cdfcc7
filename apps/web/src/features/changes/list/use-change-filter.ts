import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import { type ChangeFilter, formatChangeFilter, parseChangeFilter } from './change-filter.ts'

/** The filter of the address, and a way to change it there; typing replaces the present step of the history. */
export function useChangeFilter() {
  const params = useSearchParams()
  const filter = useMemo(() => parseChangeFilter(new URLSearchParams(params.toString())), [params])
  const setFilter = useCallback((next: ChangeFilter, { replace = false } = {}) => {
    const url = window.location.pathname + formatChangeFilter(next)
    if (replace) window.history.replaceState(null, '', url)
    else window.history.pushState(null, '', url)
  }, [])
  return { filter, setFilter }
}
