'use client'

import { createContext, useContext } from 'react'
import type { Change } from './change-query.ts'

export interface ChangeValue {
  change: Change
  /** Its address: `/l/<library>/p/<key>/changes/<number>`. */
  here: string
  /** Where the prompt's pages begin. */
  home: string
  /** Asks the server again. */
  refresh: () => void
}

export const ChangeContext = createContext<ChangeValue | null>(null)

/** The change request this page is about. Throws a TypeError outside of its page. */
export function useChange(): ChangeValue {
  const value = useContext(ChangeContext)
  if (!value) throw new TypeError('useChange works on the page of a change request only')
  return value
}

/** Whether the person may do something with this change request now, as the server says. */
export function useMayChange(action: ChangeAction): boolean {
  return useChange().change.viewerActions.includes(action)
}

export type ChangeAction = 'edit' | 'close' | 'reopen' | 'review' | 'approve' | 'comment' | 'merge' | 'update'
