import type { IncomingMessage } from 'node:http'
import type { AccountService, Actor } from '../accounts/index.ts'
import type { LibraryService } from '../libraries/index.ts'
import { UnauthenticatedError } from '../platform/errors.ts'
import { sessionToken } from './cookies.ts'

const BEARER = /^Bearer ([A-Za-z0-9_-]{20,100})$/

/**
 * Who sends a request, over HTTP and WebSocket alike: a bearer API key, else the session cookie, else nobody.
 * A key that is given but does not work is an error, never a silent stranger.
 */
export function createAuthenticate(accounts: AccountService, libraries: LibraryService) {
  return async function authenticate(
    request: IncomingMessage,
    authorization = request.headers.authorization,
  ): Promise<Actor | null> {
    if (authorization !== undefined) {
      const secret = BEARER.exec(authorization)?.[1]
      const actor = secret ? await libraries.authenticateKey(secret) : null
      if (!actor)
        throw new UnauthenticatedError(
          'This API key does not work: it is malformed, unknown, revoked or expired.',
        )
      return actor
    }
    const token = sessionToken(request)
    return token && token.length <= 100 ? accounts.authenticateSession(token) : null
  }
}

export type Authenticate = ReturnType<typeof createAuthenticate>
