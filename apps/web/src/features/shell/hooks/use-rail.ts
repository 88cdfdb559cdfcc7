import { useCallback, useState } from 'react'

const YEAR = 365 * 24 * 60 * 60

/** Whether the rail is collapsed; kept in a cookie, so that the server already draws it at its width. */
export function useRail(initial: boolean): { narrow: boolean; toggle: () => void } {
  const [narrow, setNarrow] = useState(initial)
  const toggle = useCallback(() => {
    setNarrow((now) => {
      // biome-ignore lint/suspicious/noDocumentCookie: the server reads this preference when it draws the page
      document.cookie = `incipit-rail=${now ? 'wide' : 'narrow'}; path=/; max-age=${YEAR}; samesite=lax`
      return !now
    })
  }, [])
  return { narrow, toggle }
}
