import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import { type ChangelogFilter, formatChangelogFilter, parseChangelogFilter } from './changelog-filter.ts'

/** The filter of the address, and a way to change it there. */
export function useChangelogFilter() {
  const params = useSearchParams()
  const filter = useMemo(() => parseChangelogFilter(new URLSearchParams(params.toString())), [params])
  const setFilter = useCallback(
    (next: ChangelogFilter) => {
      const query = formatChangelogFilter(new URLSearchParams(params.toString()), next)
      window.history.pushState(null, '', window.location.pathname + query)
    },
    [params],
  )
  return { filter, setFilter }
}
