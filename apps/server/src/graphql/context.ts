import type { Actor, Origin, SignedIn } from '../accounts/index.ts'
import type { Features } from '../features.ts'
import { type Caller, createCaller } from '../libraries/index.ts'
import { createLoaders, type Loaders } from './loaders.ts'

/** What resolvers get to work with: who asks, and the features that answer. Made for each operation. */
export interface Context {
  readonly requestId: string
  /** Who asks. Signing in makes the rest of the operation theirs. */
  caller: Caller
  readonly origin: Origin
  readonly features: Features
  loaders: Loaders
  /** Puts or removes the session cookie; null over a WebSocket, which cannot set cookies. */
  readonly cookies: SessionCookies | null
  /** Goes on as somebody who has just signed in. */
  actAs(actor: Actor): void
  /** The same asker with nothing looked up yet: each event of a subscription gets one. */
  renew(): Context
}

export interface SessionCookies {
  signedIn(session: SignedIn): void
  signedOut(): void
}

export interface ContextSpec {
  readonly requestId: string
  readonly actor: Actor | null
  readonly origin: Origin
  readonly features: Features
  readonly cookies: SessionCookies | null
}

export function createContext(spec: ContextSpec): Context {
  const { requestId, actor, origin, features, cookies } = spec
  const caller = createCaller(actor, features.libraries.findLevel)
  return {
    requestId,
    caller,
    origin,
    features,
    cookies,
    loaders: createLoaders(features, caller),
    actAs(newActor) {
      this.caller = createCaller(newActor, features.libraries.findLevel)
      this.loaders = createLoaders(features, this.caller)
    },
    renew: () => createContext(spec),
  }
}
