import { useEffect, useRef } from 'react'
import { useLibraryActivity } from '../../shell/index.ts'

const GATHER_MS = 250
/** Whatever can move a change request: itself, its branches, what may be approved. */
const CONCERNS_CHANGES = /^(change|review|comment|commit|branch|merge|prompt|library|member)/

/** Reads again shortly after something about change requests happened in the library; many events make one reading. */
export function useRefreshOnChanges(refresh: () => void): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useLibraryActivity((activity) => {
    if (activity && !CONCERNS_CHANGES.test(activity.action)) return
    clearTimeout(timer.current)
    timer.current = setTimeout(refresh, GATHER_MS)
  })
}
