import type { Clock } from '../platform/clock.ts'

/** Callers remembered at once; the longest unseen go first. */
const MOST_CALLERS = 10_000
/** Requests that may come at once, as a multiple of what is allowed each second. */
const BURST = 5

/** A token bucket for each caller: so many requests a second, with some patience for bursts. */
export function createRateLimit(perSecond: number, clock: Clock) {
  const buckets = new Map<string, { tokens: number; at: number }>()
  const capacity = perSecond * BURST
  return {
    /** Seconds to wait; 0 when the request may go on. */
    take(caller: string): number {
      if (perSecond === 0) return 0
      const now = clock.now().getTime()
      const bucket = buckets.get(caller) ?? { tokens: capacity, at: now }
      buckets.delete(caller)
      if (buckets.size >= MOST_CALLERS) buckets.delete(buckets.keys().next().value!)
      buckets.set(caller, bucket)
      bucket.tokens = Math.min(capacity, bucket.tokens + ((now - bucket.at) / 1000) * perSecond)
      bucket.at = now
      if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond))
      bucket.tokens -= 1
      return 0
    },
  }
}

export type RateLimit = ReturnType<typeof createRateLimit>
