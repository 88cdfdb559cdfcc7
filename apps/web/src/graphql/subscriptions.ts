import { createClient } from 'graphql-ws'
import { type Exchange, subscriptionExchange } from 'urql'
import { sessionDoubted, setConnectionStatus } from './connection-status.ts'

/** Close codes with which the server says that it does not (or no longer) know us. */
const UNKNOWN_SESSION = [4401, 4403]

/** Subscriptions over graphql-ws on the API's own path; opened by the first one, kept alive, taken up again after a loss. */
export function liveExchange(): Exchange {
  const socket = createClient({
    url: () => `${window.location.origin.replace(/^http/, 'ws')}/graphql`,
    lazyCloseTimeout: 3_000,
    keepAlive: 15_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    // Also after a refusal: who lost one level may have another, and comes back with it.
    shouldRetry: () => true,
    retryWait: (attempt) => backOff(attempt),
    on: {
      connected: () => setConnectionStatus('connected'),
      closed: (event) => {
        setConnectionStatus(wasClean(event) ? 'idle' : 'lost')
        if (isUnknownSession(event)) sessionDoubted.emit()
      },
    },
  })
  return subscriptionExchange({
    forwardSubscription: ({ query, variables }) => ({
      subscribe: (sink) => ({
        unsubscribe: socket.subscribe(
          { query: query ?? '', variables: variables as Record<string, unknown> },
          sink,
        ),
      }),
    }),
  })
}

/** Half a second, doubling to ten, with jitter so that a restarted server is not met by everyone at once; resolves at once when the browser comes online. */
function backOff(attempt: number): Promise<void> {
  const wait = Math.min(10_000, 500 * 2 ** attempt) * (0.6 + Math.random() * 0.4)
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      window.removeEventListener('online', done)
      resolve()
    }
    const timer = setTimeout(done, wait)
    window.addEventListener('online', done)
  })
}

function isUnknownSession(event: unknown): boolean {
  return event instanceof CloseEvent && UNKNOWN_SESSION.includes(event.code)
}

function wasClean(event: unknown): boolean {
  return event instanceof CloseEvent && event.code === 1000
}
