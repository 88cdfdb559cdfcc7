import { useState } from 'react'

/** Passes events on to whoever wishes to hear them; neither function ever changes. */
export function useListeners<Event>() {
  const [bus] = useState(() => {
    const listeners = new Set<(event: Event) => void>()
    return {
      tell: (event: Event): void => {
        for (const listener of listeners) listener(event)
      },
      hear: (listener: (event: Event) => void): (() => void) => {
        listeners.add(listener)
        return () => {
          listeners.delete(listener)
        }
      },
    }
  })
  return bus
}
