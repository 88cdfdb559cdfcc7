/** Something that works on one request at a time, such as a worker. */
export interface Workshop<Request, Result> {
  /** Calls back once for each request, with a result or that it failed, or never when it is lost. */
  begin(request: Request, done: (result: Result) => void, fail: () => void): void
  /** Gives up what is in work and makes ready for the next. */
  abandon(): void
}

export interface LatestOnlySpec<Request, Result> {
  workshop: Workshop<Request, Result>
  onResult: (result: Result) => void
  /** Called when a request failed, or took longer than `patienceMs` and was given up. */
  onLost: () => void
  patienceMs: number
}

/**
 * Passes on requests so that only the newest counts: while one is in work, of those that follow the last waits. Typing
 * never queues up work, and a result that nobody asks for any more is not shown after a newer one.
 */
export function latestOnly<Request, Result>({
  workshop,
  onResult,
  onLost,
  patienceMs,
}: LatestOnlySpec<Request, Result>) {
  let working = false
  let waiting: { request: Request } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let closed = false

  const next = (): void => {
    clearTimeout(timer)
    working = false
    const following = waiting
    waiting = null
    if (following && !closed) ask(following.request)
  }
  const ask = (request: Request): void => {
    if (working) {
      waiting = { request }
      return
    }
    working = true
    const giveUp = () => {
      if (closed || !working) return
      workshop.abandon()
      onLost()
      next()
    }
    timer = setTimeout(giveUp, patienceMs)
    const done = (result: Result) => {
      if (closed) return
      onResult(result)
      next()
    }
    workshop.begin(request, done, giveUp)
  }
  return {
    ask,
    close: (): void => {
      closed = true
      clearTimeout(timer)
      workshop.abandon()
    },
  }
}
