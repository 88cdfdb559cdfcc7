import { Client, fetchExchange, mapExchange } from 'urql'
import { normalizedCache } from './cache.ts'
import { sessionDoubted } from './connection-status.ts'
import { liveExchange } from './subscriptions.ts'

const ENDPOINT = '/graphql'

/**
 * The API client of this browser tab. While a page is rendered on the server it asks nothing: the first answer always
 * comes to the browser, with the browser's own session.
 */
export function createApiClient(): Client {
  const isServer = typeof window === 'undefined'
  return new Client({
    url: ENDPOINT,
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: { credentials: 'same-origin', headers: { 'apollo-require-preflight': '1' } },
    fetch: isServer ? () => new Promise(() => {}) : undefined,
    exchanges: isServer
      ? [fetchExchange]
      : [normalizedCache(), sessionWatch(), fetchExchange, liveExchange()],
  })
}

/** Tells the shell when an answer says that nobody is signed in. */
function sessionWatch() {
  return mapExchange({
    onError: (error) => {
      const refused = error.graphQLErrors.some(({ extensions }) => extensions.code === 'UNAUTHENTICATED')
      if (refused || error.response?.status === 401) sessionDoubted.emit()
    },
  })
}
