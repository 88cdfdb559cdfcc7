import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { operationCost } from './cost.ts'

/** What one request may ask for. The same over HTTP and WebSocket. */
export const REQUEST_LIMITS = {
  /** Lexical tokens of the document. */
  tokens: 2000,
  /** Nested selections, fragments counted where they are used. */
  depth: 15,
  /** Aliases in the document. */
  aliases: 30,
  /** Selections in one set of braces. */
  selections: 120,
  /** Directives in the document. */
  directives: 30,
  /** Mutations in one request. */
  mutations: 4,
  /** Objects it may return; see `operationCost`. */
  cost: 10_000,
  /** Errors reported of one document. */
  errors: 5,
  /** Bytes of the request body or message. */
  bodyBytes: 1_048_576,
} as const

function refuse(message: string, code: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } })
}

/** Refuses documents whose shape is beyond the limits. Runs before any other rule could spend time on them. */
export function shapeLimits(document: DocumentNode): GraphQLError | null {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
  }
  const counts = { aliases: 0, directives: 0 }
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION)
      continue
    const problem =
      countSelections(definition.selectionSet, counts) ??
      (definition.kind === Kind.OPERATION_DEFINITION ? mutationLimit(definition) : null)
    if (problem) return problem
  }
  if (counts.aliases > REQUEST_LIMITS.aliases) {
    return refuse(
      `The document has ${counts.aliases} aliases; at most ${REQUEST_LIMITS.aliases} are allowed. Send several requests.`,
      'ALIAS_LIMIT',
    )
  }
  if (counts.directives > REQUEST_LIMITS.directives) {
    return refuse(
      `The document has ${counts.directives} directives; at most ${REQUEST_LIMITS.directives} are allowed.`,
      'DIRECTIVE_LIMIT',
    )
  }
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION && isTooDeep(definition.selectionSet, fragments)) {
      return refuse(
        `The document nests deeper than ${REQUEST_LIMITS.depth} levels. Ask in several requests.`,
        'DEPTH_LIMIT',
      )
    }
  }
  return null
}

function countSelections(
  set: SelectionSetNode,
  counts: { aliases: number; directives: number },
): GraphQLError | null {
  if (set.selections.length > REQUEST_LIMITS.selections) {
    return refuse(
      `A selection has ${set.selections.length} entries; at most ${REQUEST_LIMITS.selections} are allowed.`,
      'SELECTION_LIMIT',
    )
  }
  for (const selection of set.selections) {
    counts.directives += selection.directives?.length ?? 0
    if (selection.kind === Kind.FIELD && selection.alias) counts.aliases += 1
    const inner = 'selectionSet' in selection ? selection.selectionSet : undefined
    const problem = inner ? countSelections(inner, counts) : null
    if (problem) return problem
  }
  return null
}

function mutationLimit(operation: OperationDefinitionNode): GraphQLError | null {
  if (operation.operation !== 'mutation') return null
  const count = operation.selectionSet.selections.length
  return count > REQUEST_LIMITS.mutations
    ? refuse(
        `The request has ${count} mutations; at most ${REQUEST_LIMITS.mutations} are allowed.`,
        'MUTATION_LIMIT',
      )
    : null
}

/** Depth with fragments in place. Each fragment is measured once, so that fan-out costs nothing; cycles end at the limit. */
function isTooDeep(root: SelectionSetNode, fragments: Map<string, FragmentDefinitionNode>): boolean {
  const known = new Map<string, number>()
  const measuring = new Set<string>()
  function depthOf(set: SelectionSetNode): number {
    let deepest = 0
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        // Introspection has a depth rule of its own in graphql-js.
        if (selection.name.value.startsWith('__') || !selection.selectionSet) continue
        deepest = Math.max(deepest, 1 + depthOf(selection.selectionSet))
      } else if (selection.kind === Kind.INLINE_FRAGMENT)
        deepest = Math.max(deepest, depthOf(selection.selectionSet))
      else deepest = Math.max(deepest, fragmentDepth(selection.name.value))
      if (deepest > REQUEST_LIMITS.depth) return deepest
    }
    return deepest
  }
  function fragmentDepth(name: string): number {
    const fragment = fragments.get(name)
    if (!fragment || measuring.has(name)) return 0
    const seen = known.get(name)
    if (seen !== undefined) return seen
    measuring.add(name)
    const depth = depthOf(fragment.selectionSet)
    measuring.delete(name)
    known.set(name, depth)
    return depth
  }
  return 1 + depthOf(root) > REQUEST_LIMITS.depth
}

/** @throws GraphQLError when the operation may return more objects than allowed. Returns its cost. */
export function assertCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: { readonly [name: string]: unknown },
): number {
  const cost = operationCost(schema, document, operation, variables, REQUEST_LIMITS.cost)
  if (cost > REQUEST_LIMITS.cost) {
    throw new GraphQLError(
      `This operation may return more than ${REQUEST_LIMITS.cost} objects. Ask for smaller pages or fewer nested lists.`,
      { extensions: { code: 'COST_LIMIT', maximumCost: REQUEST_LIMITS.cost } },
    )
  }
  return cost
}
