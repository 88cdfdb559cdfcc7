import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { GraphQLError, GraphQLFormattedError, GraphQLSchema } from 'graphql'
import type { Context } from '../graphql/context.ts'
import { REQUEST_LIMITS } from '../graphql/limits.ts'
import type { Pipeline } from '../graphql/pipeline.ts'
import type { RateLimit } from './rate-limit.ts'

export interface GraphqlHttpDeps {
  readonly schema: GraphQLSchema
  readonly pipeline: Pipeline
  readonly rateLimit: RateLimit
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>
  readonly mayIntrospect: (context: Context) => boolean
  readonly formatError: (error: GraphQLError, requestId: string) => GraphQLFormattedError
  /** GraphiQL, for browsers that open the address. */
  readonly sendPage: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>
}

/** The context of an operation that was examined. */
export type OperationContext = Context & { readonly cost: number }

declare module 'fastify' {
  interface FastifyRequest {
    graphql: { context: Context; cost: number } | null
  }
}

/** Tells the cost with every answer, and lets errors out only in the form that clients may see. */
function answerPlugin(formatError: GraphqlHttpDeps['formatError']): ApolloServerPlugin<OperationContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ contextValue, response, errors }) {
          if (response.body.kind !== 'single') return
          const result = response.body.singleResult
          if (errors && result.errors)
            result.errors = errors.map((error) => formatError(error, contextValue.requestId))
          result.extensions = {
            ...result.extensions,
            cost: { requested: contextValue.cost, maximum: REQUEST_LIMITS.cost },
          }
        },
      }
    },
  }
}

/** GraphQL over HTTP. Each request is examined by the shared pipeline before Apollo Server executes it. */
export async function registerGraphqlHttp(
  app: FastifyInstance,
  deps: GraphqlHttpDeps,
): Promise<ApolloServer<OperationContext>> {
  const server = new ApolloServer<OperationContext>({
    schema: deps.schema,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    introspection: true,
    persistedQueries: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    // The pipeline has validated the document already, with rules that depend on who asks.
    dangerouslyDisableValidation: true,
    parseOptions: { maxTokens: REQUEST_LIMITS.tokens },
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      answerPlugin(deps.formatError),
    ],
  })
  await server.start()

  app.decorateRequest('graphql', null)
  await app.register(async (scope) => {
    // Apollo answers other content types by its CSRF guard; the body need not be read for that.
    scope.addContentTypeParser('*', (_request, payload, done) => {
      payload.resume()
      done(null, undefined)
    })
    scope.addHook('onRequest', async (request, reply) => {
      const contentType = request.headers['content-type']
      if (
        request.method === 'GET' &&
        contentType &&
        !contentType.toLowerCase().startsWith('application/json')
      ) {
        return refuse(
          reply,
          415,
          'A GET request has no body, so it cannot be of that content type. Leave the header out.',
          'UNSUPPORTED_MEDIA_TYPE',
          request.id,
        )
      }
      const charset = /charset\s*=\s*"?([^";\s]+)/i.exec(contentType ?? '')?.[1]
      if (charset && charset.toLowerCase() !== 'utf-8') {
        return refuse(
          reply,
          415,
          'The body is read as UTF-8 only. Send it so, or leave the charset out.',
          'UNSUPPORTED_CHARSET',
          request.id,
        )
      }
    })
    scope.addHook('preHandler', (request, reply) => examine(request, reply, deps))
    scope.route({
      method: ['GET', 'POST', 'OPTIONS'],
      url: '/graphql',
      bodyLimit: REQUEST_LIMITS.bodyBytes,
      handler: async (request, reply) => {
        if (request.method === 'GET' && wantsPage(request)) return deps.sendPage(request, reply)
        return handler(request, reply)
      },
    })
    const handler = fastifyApolloHandler(server, {
      context: async (request) => ({ ...request.graphql!.context, cost: request.graphql!.cost }),
    }) as (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>
  })
  return server
}

function wantsPage(request: FastifyRequest): boolean {
  return (
    (request.headers.accept ?? '').includes('text/html') &&
    (request.query as { query?: unknown }).query === undefined
  )
}

/** The operation a request carries, as far as it can be told; Apollo answers the rest. */
function operationOf(request: FastifyRequest) {
  const source = request.method === 'GET' ? request.query : request.body
  if (typeof source !== 'object' || source === null || Array.isArray(source)) return null
  const { query, operationName, variables } = source as Record<string, unknown>
  if (typeof query !== 'string') return null
  return {
    query,
    operationName: typeof operationName === 'string' ? operationName : null,
    variables: typeof variables === 'object' ? (variables as Record<string, unknown>) : null,
  }
}

async function examine(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: GraphqlHttpDeps,
): Promise<unknown> {
  if (request.method === 'OPTIONS' || (request.method === 'GET' && wantsPage(request))) return undefined
  const context = await deps.contextOf(request, reply)
  const wait = deps.rateLimit.take(context.caller.actor?.id ?? request.ip)
  if (wait > 0) {
    reply.header('retry-after', String(wait))
    return refuse(reply, 429, `Too many requests. Try again in ${wait} seconds.`, 'RATE_LIMITED', request.id)
  }
  request.graphql = { context, cost: 0 }
  const operation = operationOf(request)
  const looksRight =
    request.method === 'GET' ||
    (request.headers['content-type'] ?? '').toLowerCase().startsWith('application/json')
  if (!operation || !looksRight) return undefined
  const examination = deps.pipeline.examine(operation, deps.mayIntrospect(context))
  if (examination.ok) {
    request.graphql = { context, cost: examination.cost }
    return undefined
  }
  return answerErrors(request, reply, examination.errors, examination.beyondLimits, deps)
}

/**
 * Refused documents answer 400. Clients that ask for exactly application/json get 200 for mistakes in an
 * otherwise acceptable document, as the GraphQL-over-HTTP draft keeps it for them.
 */
function answerErrors(
  request: FastifyRequest,
  reply: FastifyReply,
  errors: readonly GraphQLError[],
  beyondLimits: boolean,
  deps: GraphqlHttpDeps,
) {
  const accept = (request.headers.accept ?? '').toLowerCase()
  const modern = accept.includes('application/graphql-response+json')
  const legacy = !modern && accept.split(',').some((entry) => entry.trim().startsWith('application/json'))
  const type = modern ? 'application/graphql-response+json' : 'application/json'
  return reply
    .code(legacy && !beyondLimits ? 200 : 400)
    .header('content-type', `${type}; charset=utf-8`)
    .header('cache-control', 'no-store')
    .send(JSON.stringify({ errors: errors.map((error) => deps.formatError(error, request.id)) }))
}

function refuse(reply: FastifyReply, status: number, message: string, code: string, requestId: string) {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .send({ errors: [{ message, extensions: { code, requestId } }] })
}
