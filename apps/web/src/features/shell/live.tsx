'use client'

import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react'
import { useSubscription } from 'urql'
import { graphql, type ResultOf, reconnected } from '../../graphql/index.ts'
import { useLibrary, useRefreshSession } from './session-context.tsx'

const ActivitySubscription = graphql(`
  subscription LibraryActivity($libraryId: ID!) {
    libraryActivity(libraryId: $libraryId) {
      id
      action
      at
      coalesced
      actor {
        id
        name
        hue
      }
      subject {
        type
        id
        label
      }
    }
  }
`)

const PresenceSubscription = graphql(`
  subscription LibraryPresence($libraryId: ID!) {
    presenceChanged(libraryId: $libraryId) {
      people {
        id
        name
        hue
        user {
          id
        }
      }
      prompt {
        id
        key
      }
    }
  }
`)

/** Something that happened in the library. */
export type Activity = ResultOf<typeof ActivitySubscription>['libraryActivity']

/** Hears an activity, or `null` when some may have been missed and everything should be read again. */
type Listener = (activity: Activity | null) => void

const LiveContext = createContext<Set<Listener>>(new Set())

/** Keeps one live line to the library for all its pages: what happens in it and who is in it. */
export function LibraryLive({ children }: { children: ReactNode }) {
  const { id } = useLibrary()
  const refreshSession = useRefreshSession()
  const listeners = useMemo(() => new Set<Listener>(), [])
  useSubscription({ query: PresenceSubscription, variables: { libraryId: id } })
  const [{ error }] = useSubscription(
    { query: ActivitySubscription, variables: { libraryId: id } },
    (_previous: unknown, data) => {
      const activity = data.libraryActivity
      for (const listener of listeners) listener(activity)
      if (/^(member|library)\./.test(activity.action)) refreshSession()
      return data
    },
  )
  useEffect(() => {
    if (error) refreshSession()
  }, [error, refreshSession])
  useEffect(
    () =>
      reconnected.listen(() => {
        for (const listener of listeners) listener(null)
      }),
    [listeners],
  )
  return <LiveContext value={listeners}>{children}</LiveContext>
}

/** Hears everything that happens in the library while the component is shown; `null` means: some may have been missed. */
export function useLibraryActivity(listener: Listener): void {
  const listeners = useContext(LiveContext)
  const latest = useRef(listener)
  latest.current = listener
  useEffect(() => {
    const relay: Listener = (activity) => latest.current(activity)
    listeners.add(relay)
    return () => {
      listeners.delete(relay)
    }
  }, [listeners])
}
