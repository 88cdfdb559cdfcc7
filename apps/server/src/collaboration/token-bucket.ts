/** A rate limit that allows bursts. Time is handed in, in milliseconds of any monotonic clock. */
export interface TokenBucket {
  /** Takes `cost` tokens if they are there. A cost above the burst passes when the bucket is full. */
  take(cost: number, now: number): boolean
  /** Milliseconds until `cost` tokens will be there. */
  wait(cost: number, now: number): number
}

/**
 * @param burst most tokens at a time
 * @param perSecond tokens that come back in a second
 */
export function createTokenBucket(burst: number, perSecond: number): TokenBucket {
  let tokens = burst
  let at = 0
  const refill = (now: number) => {
    tokens = Math.min(burst, tokens + ((now - at) * perSecond) / 1000)
    at = now
  }
  return {
    take(cost, now) {
      refill(now)
      if (tokens < Math.min(cost, burst)) return false
      tokens -= cost
      return true
    },
    wait(cost, now) {
      refill(now)
      return Math.max(0, ((Math.min(cost, burst) - tokens) * 1000) / perSecond)
    },
  }
}
