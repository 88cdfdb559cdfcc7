'use client'

import type { Action } from '@incipit/access'
import { createContext, useContext } from 'react'
import type { CurrentLibrary, CurrentViewer } from './session-query.ts'

interface SessionValue {
  viewer: CurrentViewer
  library: CurrentLibrary | null
  /** Asks the server again who is asking and what they may do. */
  refresh: () => void
}

export const SessionContext = createContext<SessionValue | null>(null)

function useSession(): SessionValue {
  const value = useContext(SessionContext)
  if (!value) throw new TypeError('Session hooks work inside AppFrame only')
  return value
}

/** The person signed in. */
export function useViewer(): CurrentViewer {
  return useSession().viewer
}

/** The library this page belongs to. Throws a TypeError outside a library's pages. */
export function useLibrary(): CurrentLibrary {
  const { library } = useSession()
  if (!library) throw new TypeError('useLibrary works on pages of a library only')
  return library
}

/** The library this page belongs to, or `null` on pages of none. */
export function useMaybeLibrary(): CurrentLibrary | null {
  return useSession().library
}

/** Whether the person may do something in this library, as the server says. */
export function useCan(action: Action): boolean {
  return useSession().library?.viewerActions.includes(action) ?? false
}

/** Asks the server again who is asking and what they may do, after either changed. */
export function useRefreshSession(): () => void {
  return useSession().refresh
}
