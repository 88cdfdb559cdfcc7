'use client'

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'

interface FollowValue {
  /** Whose cursor is kept in view; `null`: nobody's. */
  following: string | null
  follow: (userId: string | null) => void
}

const FollowContext = createContext<FollowValue>({ following: null, follow: () => {} })

/** Remembers whom the person follows, from one tab of the prompt to the next. */
export function FollowProvider({ children }: { children: ReactNode }) {
  const [following, follow] = useState<string | null>(null)
  const value = useMemo(() => ({ following, follow }), [following])
  return <FollowContext value={value}>{children}</FollowContext>
}

/** Whom the person follows, and the way to change it. */
export function useFollow(): FollowValue {
  return useContext(FollowContext)
}
