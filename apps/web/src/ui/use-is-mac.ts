import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Whether this is a Mac, an iPhone or an iPad, where shortcuts are written with ⌘. */
export function useIsMac(): boolean {
  return useSyncExternalStore(
    never,
    () => /Mac|iP(hone|ad|od)/.test(navigator.userAgent),
    () => false,
  )
}
