import { useEffect, useRef } from 'react'
import { useLibraryActivity } from '../../shell/index.ts'

const GATHER = 250
const CONCERNS_LIST = /^(prompt|commit|import|tag)\./

/** Reads the list again shortly after something in it changed; many changes at once make one reading. */
export function useRefreshOnActivity(refresh: () => void): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useLibraryActivity((activity) => {
    if (activity && !CONCERNS_LIST.test(activity.action)) return
    clearTimeout(timer.current)
    timer.current = setTimeout(refresh, GATHER)
  })
}
