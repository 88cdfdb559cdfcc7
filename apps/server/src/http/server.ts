import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { fileURLToPath } from 'node:url'
import httpProxy from '@fastify/http-proxy'
import staticFiles from '@fastify/static'
import {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  LogController,
} from 'fastify'
import type { GraphQLError } from 'graphql'
import type { Actor } from '../accounts/index.ts'
import type { Features } from '../features.ts'
import { type Context, createContext } from '../graphql/context.ts'
import { createErrorFormatter } from '../graphql/errors.ts'
import { createPipeline } from '../graphql/pipeline.ts'
import { schema } from '../graphql/schema.ts'
import { registerSingleSignOn, type SingleSignOn } from '../oidc/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { OpenDatabase } from '../platform/database.ts'
import { UnauthenticatedError } from '../platform/errors.ts'
import type { NewId } from '../platform/ids.ts'
import type { Logger } from '../platform/logger.ts'
import type { Authenticate } from './authenticate.ts'
import { sessionCookies } from './cookies.ts'
import { registerGraphqlHttp } from './graphql-http.ts'
import { createGraphqlWebSocket } from './graphql-websocket.ts'
import { isOwnOrigin } from './origin.ts'
import { createRateLimit } from './rate-limit.ts'
import { contentSecurityPolicy, securityHeaders } from './security-headers.ts'

const GRAPHIQL = fileURLToPath(new URL('../../../graphiql/dist', import.meta.url))

export interface HttpDeps {
  readonly features: Features
  readonly database: OpenDatabase
  readonly authenticate: Authenticate
  readonly present: (actor: Actor) => Promise<Actor | null>
  readonly clock: Clock
  readonly newId: NewId
  readonly logger: Logger
  readonly publicUrl: string
  readonly trustProxy: boolean
  /** Requests a second for each caller; 0 for no limit. */
  readonly rateLimit: number
  /** Where the web application listens; null serves the API alone. */
  readonly web: { readonly url: string; readonly development: boolean } | null
  readonly singleSignOn: SingleSignOn | null
}

declare module 'fastify' {
  interface FastifyRequest {
    nonce: string
  }
}

/** The front door: API, sockets and the web application on one origin. */
export async function createHttpServer(deps: HttpDeps) {
  const { features, logger, publicUrl } = deps
  const app: FastifyInstance = fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({
      disableRequestLogging: logger.level !== 'debug' && logger.level !== 'trace',
    }),
    genReqId: () => deps.newId(),
    requestIdHeader: false,
    trustProxy: deps.trustProxy,
    forceCloseConnections: true,
  })
  app.decorateRequest('nonce', '')
  app.addHook('onRequest', async (request, reply) => {
    request.nonce = randomBytes(16).toString('base64')
    reply.header('x-request-id', request.id)
    reply.headers(securityHeaders(request.protocol === 'https'))
    reply.header(
      'content-security-policy',
      contentSecurityPolicy(request.nonce, deps.web?.development ?? false),
    )
  })
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const status = error.statusCode ?? (error instanceof UnauthenticatedError ? 401 : 500)
    if (status >= 500) request.log.error({ err: error }, 'a request failed')
    const message =
      status >= 500
        ? `Something failed on the server. Try again; if it stays, tell the operator the request id ${request.id}.`
        : error.message
    const code = error instanceof UnauthenticatedError ? 'UNAUTHENTICATED' : (error.code ?? 'BAD_REQUEST')
    return reply.code(status).send({
      errors: [
        {
          message,
          extensions: { code: status >= 500 ? 'INTERNAL_SERVER_ERROR' : code, requestId: request.id },
        },
      ],
    })
  })

  const pipeline = createPipeline(schema)
  const rateLimit = createRateLimit(deps.rateLimit, deps.clock)
  const formatError = createErrorFormatter(logger)
  const mayIntrospect = (context: Context) => features.info.demo || context.caller.actor !== null

  registerHealth(app, deps)
  if (deps.singleSignOn) registerSingleSignOn(app, deps.singleSignOn, features)
  await app.register(staticFiles, {
    root: GRAPHIQL,
    prefix: '/graphql/assets/',
    index: false,
    immutable: true,
    maxAge: '365d',
  })
  const apollo = await registerGraphqlHttp(app, {
    schema,
    pipeline,
    rateLimit,
    formatError,
    mayIntrospect,
    contextOf: async (request, reply) =>
      createContext({
        requestId: request.id,
        actor: await deps.authenticate(request.raw),
        origin: { ip: request.ip, userAgent: request.headers['user-agent'] ?? '' },
        features,
        cookies: sessionCookies(request, reply),
      }),
    sendPage: sendGraphiql,
  })
  const sockets = createGraphqlWebSocket({
    schema,
    pipeline,
    rateLimit,
    bus: features.bus,
    logger,
    newId: deps.newId,
    authenticate: deps.authenticate,
    present: deps.present,
    contextFor: (actor, request, requestId) =>
      createContext({
        requestId,
        actor,
        origin: { ip: request.socket.remoteAddress ?? '', userAgent: request.headers['user-agent'] ?? '' },
        features,
        cookies: null,
      }),
    mayIntrospect,
    formatError: (error: GraphQLError, requestId) => formatError(error, requestId),
  })
  const web = deps.web ? await registerWeb(app, deps.web) : null

  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const path = (request.url ?? '').split('?')[0]!
    if (path === '/graphql') {
      if (!isOwnOrigin(request, publicUrl)) return refuseUpgrade(socket, 403, 'Forbidden')
      return sockets.upgrade(request, socket, head)
    }
    if (features.collaboration.upgrade(request, socket, head)) return
    if (web?.upgrade && path.startsWith('/_next/')) return web.upgrade(request, socket, head)
    refuseUpgrade(socket, 404, 'Not Found')
  })

  return {
    app,
    async close(): Promise<void> {
      await sockets.close()
      await features.collaboration.close()
      await apollo.stop()
      await app.close()
    },
  }
}

function refuseUpgrade(socket: Duplex, status: number, words: string): void {
  socket.end(`HTTP/1.1 ${status} ${words}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function registerHealth(app: FastifyInstance, deps: HttpDeps): void {
  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    try {
      await deps.database.ping()
      return { status: 'ready', database: deps.database.kind }
    } catch {
      return reply
        .code(503)
        .header('retry-after', '2')
        .send({ status: 'unavailable', reason: 'the database does not answer' })
    }
  })
}

async function sendGraphiql(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  try {
    const page = await readFile(`${GRAPHIQL}/index.html`, 'utf8')
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(page.replace(/<script(?=[ >])/g, `<script nonce="${request.nonce}"`))
  } catch {
    return reply.code(404).send({
      errors: [
        {
          message: 'The GraphQL page is not built. Run npm start, which builds it.',
          extensions: { code: 'NOT_FOUND' },
        },
      ],
    })
  }
}

/** Everything that is not ours goes to the web application, with the nonce its scripts need. */
async function registerWeb(app: FastifyInstance, web: { url: string; development: boolean }) {
  await app.register(httpProxy, {
    upstream: web.url,
    logLevel: 'warn',
    proxyPayloads: true,
    replyOptions: {
      rewriteRequestHeaders: (request, headers) => {
        const { cookie: _cookie, authorization: _authorization, ...rest } = headers
        const nonce = (request as unknown as FastifyRequest).nonce
        return {
          ...rest,
          'x-nonce': nonce,
          'content-security-policy': contentSecurityPolicy(nonce, web.development),
        }
      },
    },
  })
  if (!web.development) return { upgrade: null }
  const { connect } = await import('node:net')
  const { hostname, port } = new URL(web.url)
  return {
    /** Hot reload of the development server. */
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      const upstream = connect(Number(port), hostname, () => {
        const headers = request.rawHeaders.reduce(
          (text, word, index) => text + word + (index % 2 === 0 ? ': ' : '\r\n'),
          '',
        )
        upstream.write(`${request.method} ${request.url} HTTP/1.1\r\n${headers}\r\n`)
        upstream.write(head)
        upstream.pipe(socket).pipe(upstream)
      })
      upstream.on('error', () => socket.destroy())
    },
  }
}
