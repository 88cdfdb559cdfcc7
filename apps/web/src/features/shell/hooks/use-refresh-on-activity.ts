import { useEffect, useRef } from 'react'
import { useLibraryActivity } from '../live.tsx'

const GATHER = 250

/**
 * Reads something again shortly after what it shows may have changed; many changes at once make one reading.
 *
 * @param concerns which actions may change it
 */
export function useRefreshOnActivity(refresh: () => void, concerns: RegExp): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useLibraryActivity((activity) => {
    if (activity && !concerns.test(activity.action)) return
    clearTimeout(timer.current)
    timer.current = setTimeout(refresh, GATHER)
  })
}
