import { createHash } from 'node:crypto'
import type { Clock } from '../platform/clock.ts'
import { RateLimitedError } from '../platform/errors.ts'
import type { AccountStore } from './store.ts'

/** Failures that no longer count. */
const WINDOW_MS = 60 * 60_000
const LONGEST_BLOCK_MS = 15 * 60_000

/**
 * Free failures before waiting starts. The pair of account and address is strict; an account from anywhere is
 * laxer, so that a stranger cannot easily lock somebody out.
 */
const FREE_FAILURES = { pair: 5, address: 20, account: 50 }

/** An IPv6 customer holds a whole /64, so that is what counts as one address. */
function network(ip: string): string {
  if (!ip.includes(':')) return ip
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)
  if (mapped) return mapped[1]!
  const [left = '', right = ''] = ip.split('::')
  const groups = left.split(':').filter(Boolean)
  const rest = right.split(':').filter(Boolean)
  const full = ip.includes('::')
    ? [...groups, ...Array(8 - groups.length - rest.length).fill('0'), ...rest]
    : groups
  return full.slice(0, 4).join(':')
}

/** Slows guessing: each failure past the free ones doubles the wait, from one second to a quarter of an hour. */
export function createSignInThrottle(store: AccountStore, clock: Clock) {
  const key = (text: string) => new Uint8Array(createHash('sha256').update(text).digest())
  const keysOf = (email: string, ip: string) => {
    const account = email.toLowerCase()
    const address = network(ip)
    return [
      { key: key(`pair ${account} ${address}`), free: FREE_FAILURES.pair },
      { key: key(`address ${address}`), free: FREE_FAILURES.address },
      { key: key(`account ${account}`), free: FREE_FAILURES.account },
    ]
  }
  return {
    /** @throws RateLimitedError while this account or address has to wait. */
    async check(email: string, ip: string): Promise<void> {
      const now = clock.now()
      const until = await store.latestBlock(
        keysOf(email, ip).map((entry) => entry.key),
        now,
      )
      if (!until) return
      const seconds = Math.ceil((until.getTime() - now.getTime()) / 1000)
      throw new RateLimitedError(`Too many failed attempts. Try again in ${seconds} seconds.`, seconds)
    },
    async failed(email: string, ip: string): Promise<void> {
      const now = clock.now()
      for (const entry of keysOf(email, ip)) {
        const failures = await store.countFailure(entry.key, now, new Date(now.getTime() - WINDOW_MS))
        if (failures < entry.free) continue
        const wait = Math.min(1000 * 2 ** (failures - entry.free), LONGEST_BLOCK_MS)
        await store.block(entry.key, new Date(now.getTime() + wait))
      }
    },
    async succeeded(email: string, ip: string): Promise<void> {
      await store.clearFailures(keysOf(email, ip)[0]!.key)
    },
  }
}
