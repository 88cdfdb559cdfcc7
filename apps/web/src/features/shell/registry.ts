import { useEffect, useSyncExternalStore } from 'react'

/** A list that parts of the page add to while they are shown, and that the frame reads. */
export interface Registry<Entry> {
  /** Adds entries while the calling component is mounted. */
  useRegister: (entries: readonly Entry[]) => void
  /** All entries, those of the innermost component last. */
  useEntries: () => readonly Entry[]
}

/** Makes an empty registry. */
export function createRegistry<Entry>(): Registry<Entry> {
  const groups = new Map<object, readonly Entry[]>()
  const listeners = new Set<() => void>()
  const none: readonly Entry[] = []
  let all = none

  function changed(): void {
    all = [...groups.values()].flat()
    for (const listener of listeners) listener()
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  return {
    useRegister: (entries) => {
      useEffect(() => {
        const group = {}
        groups.set(group, entries)
        changed()
        return () => {
          groups.delete(group)
          changed()
        }
      }, [entries])
    },
    useEntries: () =>
      useSyncExternalStore(
        subscribe,
        () => all,
        () => none,
      ),
  }
}
