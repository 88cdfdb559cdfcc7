import { useEffect, useState, useSyncExternalStore } from 'react'

/** A list that parts of the page add to while they are shown, and that the frame reads. */
export interface Registry<Entry> {
  /** Adds entries while the calling component is mounted. */
  useRegister: (entries: readonly Entry[]) => void
  /** All entries, those of the innermost component last. */
  useEntries: () => readonly Entry[]
}

/** Makes an empty registry. */
export function createRegistry<Entry>(): Registry<Entry> {
  /** By the turn in which their components were drawn first: outer ones come before what stands in them. */
  const groups = new Map<number, readonly Entry[]>()
  let turns = 0
  const listeners = new Set<() => void>()
  const none: readonly Entry[] = []
  let all = none

  function changed(): void {
    all = [...groups].sort(([a], [b]) => a - b).flatMap(([, entries]) => entries)
    for (const listener of listeners) listener()
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  return {
    useRegister: (entries) => {
      const [turn] = useState(() => turns++)
      useEffect(() => {
        groups.set(turn, entries)
        changed()
        return () => {
          groups.delete(turn)
          changed()
        }
      }, [entries, turn])
    },
    useEntries: () =>
      useSyncExternalStore(
        subscribe,
        () => all,
        () => none,
      ),
  }
}
