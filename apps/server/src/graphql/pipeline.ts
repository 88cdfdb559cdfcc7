import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql'
import { assertCost, REQUEST_LIMITS, shapeLimits } from './limits.ts'

/** Documents remembered after they were found valid. */
const REMEMBERED = 1000
/** Longer documents are not worth remembering. */
const REMEMBERED_LENGTH = 20_000

export interface OperationRequest {
  readonly query: string
  readonly operationName?: string | null
  readonly variables?: { readonly [name: string]: unknown } | null
}

export type Examination =
  | {
      readonly ok: true
      readonly document: DocumentNode
      readonly operation: OperationDefinitionNode
      readonly cost: number
    }
  | { readonly ok: false; readonly errors: readonly GraphQLError[]; readonly beyondLimits: boolean }

const LIMIT_CODE = /_LIMIT$/

/**
 * Looks at a request before anything of it is executed: tokens, shape, validity, introspection, cost. HTTP and
 * WebSocket both come through here, so that neither is a way around the other.
 */
export function createPipeline(schema: GraphQLSchema) {
  const valid = new Map<string, DocumentNode>()

  function refused(errors: readonly GraphQLError[]): Examination {
    return {
      ok: false,
      errors,
      beyondLimits: errors.some((error) => LIMIT_CODE.test(String(error.extensions.code))),
    }
  }

  function parsed(query: string): DocumentNode | GraphQLError {
    try {
      return parse(query, { maxTokens: REQUEST_LIMITS.tokens })
    } catch (error) {
      const problem = error as GraphQLError
      const tooLong = problem.message.includes('tokens. Parsing aborted')
      return new GraphQLError(
        tooLong
          ? `The document has more than ${REQUEST_LIMITS.tokens} tokens. Ask in several requests.`
          : problem.message,
        {
          source: problem.source,
          positions: problem.positions,
          extensions: { code: tooLong ? 'TOKEN_LIMIT' : 'GRAPHQL_PARSE_FAILED' },
        },
      )
    }
  }

  /** The valid document of a query text, or what is wrong with it. */
  function understand(query: string, introspection: boolean): DocumentNode | readonly GraphQLError[] {
    const memory = `${introspection ? 1 : 0}${query}`
    const known = valid.get(memory)
    if (known) return known
    const document = parsed(query)
    if (document instanceof GraphQLError) return [document]
    const shape = shapeLimits(document)
    if (shape) return [shape]
    const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule]
    const errors = validate(schema, document, rules, {
      maxErrors: REQUEST_LIMITS.errors,
      hideSuggestions: true,
    })
    if (errors.length > 0) {
      for (const error of errors) error.extensions.code ??= 'GRAPHQL_VALIDATION_FAILED'
      return errors
    }
    if (query.length <= REMEMBERED_LENGTH) {
      if (valid.size >= REMEMBERED) valid.delete(valid.keys().next().value!)
      valid.set(memory, document)
    }
    return document
  }

  return {
    examine(request: OperationRequest, introspection: boolean): Examination {
      const document = understand(request.query, introspection)
      if (!('kind' in document)) return refused(document)
      const operation = getOperationAST(document, request.operationName)
      if (!operation) {
        const message = request.operationName
          ? 'The document has no operation of that name.'
          : 'The document has several operations. Say which one by operationName.'
        return refused([new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } })])
      }
      try {
        return {
          ok: true,
          document,
          operation,
          cost: assertCost(schema, document, operation, request.variables ?? {}),
        }
      } catch (error) {
        return refused([error as GraphQLError])
      }
    },
  }
}

export type Pipeline = ReturnType<typeof createPipeline>
