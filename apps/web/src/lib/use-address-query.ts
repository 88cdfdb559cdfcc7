import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo, useState } from 'react'

/** Puts a query (`?a=b`, or nothing) into the address: as a step in the history, or in place of the present one. */
type SetQuery = (query: string, options?: { replace?: boolean }) => void

/**
 * The query of the address, and a way to change it. What was chosen here counts at once; the router tells it to the rest of the
 * page a moment later, in which a second choice must not begin from the query before the first.
 */
export function useAddressQuery(): readonly [URLSearchParams, SetQuery] {
  const told = useSearchParams().toString()
  const [chosen, setChosen] = useState<string | null>(null)
  const query = chosen !== null && window.location.search === chosen ? chosen : told
  const params = useMemo(() => new URLSearchParams(query), [query])
  const setQuery = useCallback<SetQuery>((next, { replace = false } = {}) => {
    const url = window.location.pathname + next
    if (replace) window.history.replaceState(null, '', url)
    else window.history.pushState(null, '', url)
    setChosen(window.location.search)
  }, [])
  return [params, setQuery]
}
