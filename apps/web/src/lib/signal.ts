/** A thing that happens and that parts of the page may hear: `emit()` tells all listeners, `listen` returns the way to stop. */
export interface Signal {
  emit: () => void
  listen: (listener: () => void) => () => void
}

/** Makes a signal without listeners. */
export function createSignal(): Signal {
  const listeners = new Set<() => void>()
  return {
    emit: () => {
      for (const listener of [...listeners]) listener()
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
