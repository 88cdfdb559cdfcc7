/** How far a subscriber may fall behind before events are merged. */
const MOST_WAITING = 64

export interface EventStreamSpec<E> {
  /** Starts listening; returns the function that stops. */
  readonly listen: (push: (event: E) => void) => () => void
  /** Merges an event into the newest waiting one, for a subscriber that lags. */
  readonly merge: (waiting: E, event: E) => E
  /** Whether the subscriber may (still) see it; asked before each delivery. False ends the stream. */
  readonly allowed: () => Promise<boolean>
}

/**
 * Events for one subscriber, of bounded memory: a slow reader gets fewer, merged events, never an endless queue.
 * The queue ends when the reader goes or may no longer see it.
 */
export function eventStream<E>(spec: EventStreamSpec<E>): AsyncGenerator<E, void, void> {
  const waiting: E[] = []
  let wake: (() => void) | null = null
  let ended = false
  const stop = spec.listen((event) => {
    if (waiting.length >= MOST_WAITING) waiting[waiting.length - 1] = spec.merge(waiting.at(-1)!, event)
    else waiting.push(event)
    wake?.()
  })

  async function next(): Promise<IteratorResult<E, void>> {
    while (!ended) {
      const event = waiting.shift()
      if (event !== undefined) {
        if (await spec.allowed()) return { done: false, value: event }
        break
      }
      await new Promise<void>((resolve) => {
        wake = resolve
      })
      wake = null
    }
    return finish()
  }

  function finish(): IteratorReturnResult<void> {
    ended = true
    stop()
    waiting.length = 0
    wake?.()
    return { done: true, value: undefined }
  }

  return {
    next,
    return: async () => finish(),
    throw: async (error) => {
      finish()
      throw error
    },
    [Symbol.asyncIterator]() {
      return this
    },
    [Symbol.asyncDispose]: async () => void finish(),
  }
}
