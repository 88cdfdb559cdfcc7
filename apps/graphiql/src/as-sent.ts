import type { FetcherOpts, FetcherParams } from '@graphiql/toolkit'
import { type DocumentNode, Kind, parse } from 'graphql'

/**
 * A request with what is true of its own query. GraphiQL reads a query a moment after it has changed; when it is run
 * before that, as right after a change of tabs, the rest of the request still speaks of the query before: which
 * operation is meant, and whether it is a subscription, which has to go over the socket.
 */
export function asSent(params: FetcherParams, options?: FetcherOpts): [FetcherParams, FetcherOpts] {
  const documentAST = parsed(params.query)
  const names = documentAST ? operationNames(documentAST) : []
  const isStale = names.length === 1 && names[0] !== (params.operationName ?? undefined)
  return [isStale ? { ...params, operationName: names[0] } : params, { ...options, documentAST }]
}

function operationNames({ definitions }: DocumentNode): (string | undefined)[] {
  return definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [definition.name?.value] : [],
  )
}

/** Nothing for what is no GraphQL: the server says why. */
function parsed(query: string): DocumentNode | undefined {
  try {
    return parse(query)
  } catch {
    return undefined
  }
}
