import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Level, Scope } from '@incipit/access'
import { type Client, createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import type { Tuning } from '../collaboration/index.ts'
import { compose } from '../compose.ts'
import { createHttpServer } from '../http/server.ts'
import type { SingleSignOn } from '../oidc/index.ts'
import { createMemoryBus } from '../platform/bus.ts'
import { type Clock, systemClock } from '../platform/clock.ts'
import type { OpenDatabase } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { createLogger } from '../platform/logger.ts'
import { openTestDatabase } from './test-database.ts'

export interface GraphqlAnswer<T> {
  readonly status: number
  readonly headers: Headers
  readonly data: T
  readonly errors:
    | readonly { message: string; path?: string[]; extensions: Record<string, unknown> }[]
    | undefined
  readonly extensions: Record<string, unknown> | undefined
}

/** Somebody at the API: a browser with its cookies, or a program with a key. */
export interface Visitor {
  // biome-ignore lint/suspicious/noExplicitAny: answers have the shape of the query each test writes.
  query<T = any>(
    text: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ): Promise<GraphqlAnswer<T>>
  cookie(): string
  headers(): Record<string, string>
  socket(): Client
}

export interface TestServerOptions {
  readonly demo?: boolean
  readonly clock?: Clock
  readonly rateLimit?: number
  /** One that is open already; it is closed with the server. */
  readonly database?: OpenDatabase
  readonly tuning?: Partial<Tuning>
  readonly singleSignOn?: SingleSignOn
}

/** The whole server on a port of its own, over a database of its own, without the web application. */
export async function startTestServer(options: TestServerOptions = {}) {
  const database = options.database ?? (await openTestDatabase())
  const clock = options.clock ?? systemClock
  const logger = createLogger(process.env.TEST_LOG_LEVEL ?? 'silent')
  const bus = createMemoryBus((error) => {
    throw error
  })
  const { features, authenticate, present } = compose({
    database,
    bus,
    clock,
    newId,
    logger,
    publicUrl: 'http://localhost:3000',
    info: { version: '0.0.0', demo: options.demo ?? false, singleSignOn: null },
    ...(options.tuning && { tuning: options.tuning }),
  })
  const server = await createHttpServer({
    features,
    database,
    authenticate,
    present,
    clock,
    newId,
    logger,
    publicUrl: 'http://localhost:3000',
    trustProxy: false,
    rateLimit: options.rateLimit ?? 0,
    web: null,
    singleSignOn: options.singleSignOn ?? null,
  })
  await server.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = server.app.server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  const clients = new Set<Client>()

  function visitor(key: string | null = null): Visitor {
    let cookie = ''
    const headers = (): Record<string, string> => ({
      ...(cookie ? { cookie } : {}),
      ...(key ? { authorization: `Bearer ${key}` } : {}),
    })
    return {
      async query(text, variables = {}, extra = {}) {
        const response = await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers(), ...extra },
          body: JSON.stringify({ query: text, variables }),
        })
        const set = response.headers.get('set-cookie')
        if (set) cookie = set.split(';')[0]!
        const body = (await response.json()) as Omit<GraphqlAnswer<never>, 'status' | 'headers'>
        return { ...body, status: response.status, headers: response.headers }
      },
      cookie: () => cookie,
      headers,
      socket() {
        const own = headers()
        class WithHeaders extends WebSocket {
          constructor(address: string, protocols: string[]) {
            super(address, protocols, { headers: own })
          }
        }
        const client = createClient({
          url: `${url.replace('http', 'ws')}/graphql`,
          webSocketImpl: WithHeaders,
          retryAttempts: 0,
        })
        clients.add(client)
        return client
      },
    }
  }

  let people = 0

  /** A person with an account; in the library with a level, or a stranger to it. */
  async function person(
    level: Level | null,
    libraryId?: string,
  ): Promise<Visitor & { readonly userId: string; readonly email: string; readonly password: string }> {
    people += 1
    const email = `person-${people}@example.org`
    const password = `correct horse ${people}`
    const user = await features.accounts.createUser(database.db, {
      email,
      name: `Person ${people}`,
      password,
    })
    if (level && libraryId) await features.libraries.addMember(libraryId, user, level)
    const at = visitor()
    const answer = await at.query(
      'mutation ($email: String!, $password: String!) { signIn(input: { email: $email, password: $password }) { __typename } }',
      { email, password },
    )
    if (answer.data?.signIn.__typename !== 'SignInPayload')
      throw new Error(`A test person could not sign in: ${JSON.stringify(answer)}`)
    return Object.assign(at, { userId: user.id, email, password })
  }

  /** A library with somebody of each level, and a stranger who has a library of their own. */
  async function team(name = 'Team') {
    const owner = await features.accounts.createUser(database.db, {
      email: `owner-${++people}@example.org`,
      name: 'Owner',
      password: null,
    })
    const library = await features.libraries.createLibraryFor(owner.id, { name })
    const { libraryId } = library
    const [admin, developer, reviewer, viewer, stranger] = await Promise.all([
      person('admin', libraryId),
      person('developer', libraryId),
      person('reviewer', libraryId),
      person('viewer', libraryId),
      person(null),
    ])
    await features.libraries.createLibraryFor(stranger.userId, { name: `${name} of a stranger` })
    const answer = await admin.query('query ($slug: String!) { library(slug: $slug) { id } }', {
      slug: library.slug,
    })
    return {
      library,
      id: answer.data.library.id as string,
      slug: library.slug,
      admin,
      developer,
      reviewer,
      viewer,
      stranger,
    }
  }

  return {
    url,
    port,
    database,
    features,
    bus,
    visitor,
    person,
    team,
    /** A program with a key of a library. */
    async program(
      admin: Visitor,
      libraryId: string,
      level: Level,
      scopes: readonly Scope[],
    ): Promise<Visitor & { secret: string; keyId: string }> {
      const answer = await admin.query(
        `mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { ... on ApiKeyCreatePayload { secret apiKey { id } } } }`,
        {
          input: {
            libraryId,
            name: 'Program',
            level: level.toUpperCase(),
            scopes: scopes.map((scope) => scope.toUpperCase()),
          },
        },
      )
      const { secret, apiKey } = answer.data.apiKeyCreate
      return Object.assign(visitor(secret), { secret, keyId: apiKey.id })
    },
    async close(): Promise<void> {
      for (const client of clients) await client.dispose()
      await server.close()
      await features.imports.close()
      await bus.close()
      await database.close()
    },
  }
}

export type TestServer = Awaited<ReturnType<typeof startTestServer>>

/** A raw socket that has opened, for tests of the protocol itself. */
export async function openSocket(
  url: string,
  protocols: string | string[],
  headers: Record<string, string> = {},
): Promise<WebSocket> {
  const socket = new WebSocket(url, protocols, { headers })
  await once(socket, 'open')
  return socket
}
