import { useCallback, useMemo } from 'react'
import { useAddressQuery } from '../../../lib/use-address-query.ts'
import { type ChangelogFilter, formatChangelogFilter, parseChangelogFilter } from './changelog-filter.ts'

/** The filter of the address, and a way to change it there. */
export function useChangelogFilter() {
  const [params, setQuery] = useAddressQuery()
  const filter = useMemo(() => parseChangelogFilter(params), [params])
  const setFilter = useCallback(
    (next: ChangelogFilter) => setQuery(formatChangelogFilter(params, next)),
    [params, setQuery],
  )
  return { filter, setFilter }
}
