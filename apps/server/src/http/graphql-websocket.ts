import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql'
import { CloseCode, makeServer } from 'graphql-ws'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Actor } from '../accounts/index.ts'
import type { Context } from '../graphql/context.ts'
import { REQUEST_LIMITS } from '../graphql/limits.ts'
import type { Pipeline } from '../graphql/pipeline.ts'
import type { Bus } from '../platform/bus.ts'
import type { NewId } from '../platform/ids.ts'
import type { Logger } from '../platform/logger.ts'
import type { RateLimit } from './rate-limit.ts'

const PROTOCOL = 'graphql-transport-ws'
/** Subscriptions at once. */
const MOST_PER_SOCKET = 50
const MOST_PER_CALLER = 200
const SOCKETS_PER_CALLER = 50
const INIT_TIMEOUT_MS = 3000
/** Access is looked at again at least this often, should an announcement get lost. */
const RECHECK_MS = 4000
const PING_MS = 15_000
/** A reader that leaves this much unread is sent away; it reconnects and loads afresh. */
const MOST_UNREAD_BYTES = 4 * 1024 * 1024

export interface GraphqlWebSocketDeps {
  readonly schema: GraphQLSchema
  readonly pipeline: Pipeline
  readonly rateLimit: RateLimit
  readonly bus: Bus
  readonly logger: Logger
  readonly newId: NewId
  readonly authenticate: (request: IncomingMessage, authorization?: string) => Promise<Actor | null>
  readonly present: (actor: Actor) => Promise<Actor | null>
  readonly contextFor: (actor: Actor | null, request: IncomingMessage, requestId: string) => Context
  readonly mayIntrospect: (context: Context) => boolean
  readonly formatError: (error: GraphQLError, requestId: string) => GraphQLFormattedError
}

interface Extra {
  readonly request: IncomingMessage
  readonly socket: WebSocket
  actor: Actor | null
  readonly operations: Set<string>
}

/**
 * GraphQL over WebSocket by the graphql-transport-ws protocol. Operations go through the same pipeline as over
 * HTTP; who loses their session, key or level is closed with 4403.
 */
export function createGraphqlWebSocket(deps: GraphqlWebSocketDeps) {
  const sockets = new Set<Extra>()
  const upgrader = new WebSocketServer({
    noServer: true,
    maxPayload: REQUEST_LIMITS.bodyBytes,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(PROTOCOL) ? PROTOCOL : false),
  })
  upgrader.on('error', (error) => deps.logger.error({ err: error }, 'the GraphQL socket server failed'))

  const callerKey = (extra: Extra) => extra.actor?.id ?? extra.request.socket.remoteAddress ?? 'unknown'
  const socketsOf = (key: string) => [...sockets].filter((extra) => callerKey(extra) === key)

  function refusal(message: string, code: string): readonly GraphQLError[] {
    return [new GraphQLError(message, { extensions: { code } })]
  }

  const server = makeServer<Record<string, unknown>, Extra>({
    connectionInitWaitTimeout: INIT_TIMEOUT_MS,
    onConnect: async ({ extra, connectionParams }) => {
      const authorization = connectionParams?.authorization
      try {
        extra.actor = await deps.authenticate(
          extra.request,
          typeof authorization === 'string' ? authorization : undefined,
        )
      } catch {
        return false
      }
      return socketsOf(callerKey(extra)).length <= SOCKETS_PER_CALLER
    },
    onSubscribe: ({ extra }, id, payload) => {
      const wait = deps.rateLimit.take(callerKey(extra))
      if (wait > 0) return refusal(`Too many requests. Try again in ${wait} seconds.`, 'RATE_LIMITED')
      const held = socketsOf(callerKey(extra)).reduce((sum, other) => sum + other.operations.size, 0)
      if (extra.operations.size >= MOST_PER_SOCKET || held >= MOST_PER_CALLER) {
        return refusal(
          `A socket carries at most ${MOST_PER_SOCKET} operations at once, a caller ${MOST_PER_CALLER}. End some first.`,
          'SUBSCRIPTION_LIMIT',
        )
      }
      const context = deps.contextFor(extra.actor, extra.request, deps.newId())
      const examination = deps.pipeline.examine(
        {
          query: payload.query,
          operationName: payload.operationName ?? null,
          variables: payload.variables ?? null,
        },
        deps.mayIntrospect(context),
      )
      if (!examination.ok) {
        return examination.errors.map((error) =>
          Object.assign(new GraphQLError(error.message, error), {
            toJSON: () => deps.formatError(error, context.requestId),
          }),
        )
      }
      extra.operations.add(id)
      return {
        schema: deps.schema,
        document: examination.document,
        operationName: payload.operationName ?? undefined,
        variableValues: payload.variables ?? undefined,
        contextValue: context,
      } as ExecutionArgs
    },
    execute: (args) => answered(execute(args), args.contextValue as Context),
    subscribe: (args) => subscribe(args),
    onComplete: ({ extra }, id) => {
      extra.operations.delete(id)
    },
    onError: ({ extra }, id) => {
      extra.operations.delete(id)
    },
  })

  /** Errors leave in the form that clients may see. */
  async function answered(result: ReturnType<typeof execute>, context: Context): Promise<ExecutionResult> {
    const { errors, ...rest } = await result
    if (!errors) return rest
    const formatted = errors.map((error) => ({
      toJSON: () => deps.formatError(error, context.requestId),
      message: error.message,
    }))
    return { ...rest, errors: formatted as unknown as GraphQLError[] }
  }

  /** Each event is executed with a context of its own, so that nothing looked up for an earlier one is stale. */
  async function subscribe(args: ExecutionArgs) {
    const context = args.contextValue as Context
    const source = await createSourceEventStream(args)
    if (!(Symbol.asyncIterator in source)) return answered(source, context)
    const events = source[Symbol.asyncIterator]()
    async function* deliveries() {
      try {
        for (;;) {
          const event = await events.next()
          if (event.done) return
          const fresh = context.renew()
          yield await answered(execute({ ...args, rootValue: event.value, contextValue: fresh }), fresh)
        }
      } finally {
        await events.return?.()
      }
    }
    return deliveries()
  }

  function open(socket: WebSocket, request: IncomingMessage): void {
    const extra: Extra = { request, socket, actor: null, operations: new Set() }
    sockets.add(extra)
    socket.on('error', (error) => deps.logger.debug({ err: error }, 'a GraphQL socket failed'))
    let alive = true
    socket.on('pong', () => {
      alive = true
    })
    const pings = setInterval(() => {
      if (!alive) return socket.terminate()
      alive = false
      socket.ping()
    }, PING_MS)
    const closed = server.opened(
      {
        protocol: socket.protocol,
        send: (data) =>
          new Promise((resolve, reject) => {
            if (socket.readyState !== socket.OPEN) return resolve()
            if (socket.bufferedAmount > MOST_UNREAD_BYTES) socket.close(1013, 'reads too slowly')
            socket.send(data, (error) => (error ? reject(error) : resolve()))
          }),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (handle) =>
          socket.on('message', async (data, isBinary) => {
            if (socket.readyState !== socket.OPEN) return
            try {
              if (isBinary) return socket.close(CloseCode.BadRequest, 'Messages are JSON text')
              await handle(String(data))
            } catch (error) {
              deps.logger.error({ err: error }, 'a GraphQL socket message failed')
              socket.close(CloseCode.InternalServerError, 'Something failed on the server')
            }
          }),
      },
      extra,
    )
    socket.once('close', (code, reason) => {
      clearInterval(pings)
      sockets.delete(extra)
      void closed(code, String(reason))
    })
  }

  /** Closes the sockets of people and keys that are no longer who they were. */
  async function recheck(which: readonly Extra[]): Promise<void> {
    for (const extra of which) {
      if (extra.actor && !(await deps.present(extra.actor)))
        extra.socket.close(CloseCode.Forbidden, 'Forbidden')
    }
  }

  const stopListening = deps.bus.subscribe('access.changed', (payload) => {
    const change = payload as { sessionId?: string; userId?: string; keyId?: string; libraryId?: string }
    const concerned = [...sockets].filter(({ actor }) =>
      actor?.kind === 'user'
        ? change.sessionId === actor.sessionId || change.userId === actor.id
        : actor?.kind === 'key' && change.keyId === actor.id,
    )
    // A member who was removed or lowered reconnects with what they are now.
    for (const extra of concerned) {
      if (change.libraryId && change.userId && extra.operations.size > 0)
        extra.socket.close(CloseCode.Forbidden, 'Forbidden')
    }
    void recheck(concerned)
  })
  const backstop = setInterval(() => void recheck([...sockets]), RECHECK_MS)
  backstop.unref()

  return {
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      upgrader.handleUpgrade(request, socket, head, (webSocket) => open(webSocket, request))
    },
    async close(): Promise<void> {
      stopListening()
      clearInterval(backstop)
      for (const { socket } of sockets) socket.close(1012, 'server restarts')
      upgrader.close()
    },
    stats: () => ({
      sockets: sockets.size,
      operations: [...sockets].reduce((sum, extra) => sum + extra.operations.size, 0),
    }),
  }
}
