import { useCallback, useMemo } from 'react'
import { useAddressQuery } from '../../../lib/use-address-query.ts'
import { type ChangeFilter, formatChangeFilter, parseChangeFilter } from './change-filter.ts'

/** The filter of the address, and a way to change it there; typing replaces the present step of the history. */
export function useChangeFilter() {
  const [params, setQuery] = useAddressQuery()
  const filter = useMemo(() => parseChangeFilter(params), [params])
  const setFilter = useCallback(
    (next: ChangeFilter, options?: { replace?: boolean }) => setQuery(formatChangeFilter(next), options),
    [setQuery],
  )
  return { filter, setFilter }
}
