/**
 * Carries events between features and, with Redis, between server processes. Delivery is at most once:
 * an event is a hint to look again, never the only copy of a fact.
 */
export interface Bus {
  publish(topic: string, payload: unknown): void
  /** Returns the function that ends the subscription. */
  subscribe(topic: string, handler: (payload: unknown) => void): () => void
  close(): Promise<void>
}

/** Subscribers of this process; a throwing handler does not keep the others from their event. */
export function createMemoryBus(onError: (error: unknown) => void): Bus {
  const topics = new Map<string, Set<(payload: unknown) => void>>()
  return {
    publish(topic, payload) {
      for (const handler of topics.get(topic) ?? []) {
        queueMicrotask(() => {
          try {
            handler(payload)
          } catch (error) {
            onError(error)
          }
        })
      }
    },
    subscribe(topic, handler) {
      const handlers = topics.get(topic) ?? new Set()
      topics.set(topic, handlers)
      handlers.add(handler)
      return () => {
        handlers.delete(handler)
        if (handlers.size === 0 && topics.get(topic) === handlers) topics.delete(topic)
      }
    },
    async close() {
      topics.clear()
    },
  }
}
