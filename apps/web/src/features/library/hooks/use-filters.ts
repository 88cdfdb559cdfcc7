import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import { type Filters, formatFilters, parseFilters } from '../filters.ts'

/**
 * The filters of the address, and a way to change them there. Choosing makes a step in the history, typing replaces the
 * present one.
 */
export function useFilters() {
  const params = useSearchParams()
  const filters = useMemo(() => parseFilters(new URLSearchParams(params.toString())), [params])
  const setFilters = useCallback((next: Filters, { replace = false } = {}) => {
    const url = window.location.pathname + formatFilters(next)
    if (replace) window.history.replaceState(null, '', url)
    else window.history.pushState(null, '', url)
  }, [])
  return { filters, setFilters }
}
