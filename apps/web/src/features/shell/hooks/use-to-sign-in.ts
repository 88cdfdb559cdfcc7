import { useEffect } from 'react'

/** Goes to the sign-in page when told to, and back here afterwards. A full load, so that nothing of the old session stays. */
export function useToSignIn(now: boolean): void {
  useEffect(() => {
    if (!now) return
    const here = window.location.pathname + window.location.search
    window.location.replace(here === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`)
  }, [now])
}
