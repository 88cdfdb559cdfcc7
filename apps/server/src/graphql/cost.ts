import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../platform/paging.ts'

/** Entries assumed in a list that has no page arguments: tags, authors, parents, branches. */
const PLAIN_LIST_SIZE = 5

/**
 * What a field says of its own cost, where it is not one for each object: a look-up that computes much, a list that is longer than most.
 * For a list it is the number of entries assumed.
 */
export interface FieldCost {
  readonly cost: number
}

/** Following a fragment costs a little, so that documents cannot fan out for free. */
const SPREAD_COST = 0.1

type Variables = { readonly [name: string]: unknown }

/**
 * The cost of an operation: one for each object it may return, lists counted by the size asked for. Sizes out of
 * bounds count as the maximum, since the field itself refuses them with a better message.
 */
export function operationCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
  limit: number,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
  }
  let spent = 0

  /** Adds up as it goes and stops beyond the limit: a document that fans out costs no more to refuse than one just too large. */
  function walk(selections: SelectionSetNode, type: GraphQLNamedType | undefined, times: number): void {
    for (const selection of selections.selections) {
      if (spent > limit) return
      if (selection.kind === Kind.FIELD) walkField(selection, type, times)
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        spent += times * SPREAD_COST
        const condition = selection.typeCondition?.name.value
        walk(selection.selectionSet, condition ? schema.getType(condition) : type, times)
      } else {
        spent += times * SPREAD_COST
        const fragment = fragments.get(selection.name.value)
        if (fragment) walk(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value), times)
      }
    }
  }

  function walkField(node: FieldNode, type: GraphQLNamedType | undefined, times: number): void {
    if (!node.selectionSet || !(isObjectType(type) || isInterfaceType(type))) return
    const field = type.getFields()[node.name.value]
    if (!field) return
    const size = listSize(field, node, variables)
    spent += times * Math.max(size, ownCost(field) ?? 0)
    const named = getNamedType(field.type)
    if (isCompositeType(named)) walk(node.selectionSet, named, times * size)
  }

  const root = schema.getRootType(operation.operation)
  walk(operation.selectionSet, root ?? undefined, 1)
  return Math.ceil(spent)
}

/** How many objects a field stands for. A connection hands its size to its edges, so it counts once itself. */
function listSize(field: GraphQLField<unknown, unknown>, node: FieldNode, variables: Variables): number {
  const isPage = field.args.some((arg) => arg.name === 'first')
  if (isPage) {
    const given = argument(node, 'first', variables) ?? argument(node, 'last', variables) ?? DEFAULT_PAGE_SIZE
    return typeof given === 'number' && given >= 0
      ? Math.max(1, Math.min(given, MAX_PAGE_SIZE))
      : MAX_PAGE_SIZE
  }
  const ids = argument(node, 'ids', variables)
  if (Array.isArray(ids)) return Math.max(1, ids.length)
  if (!isList(field.type)) return 1
  return ownCost(field) ?? (node.name.value === 'edges' ? 1 : PLAIN_LIST_SIZE)
}

function ownCost(field: GraphQLField<unknown, unknown>): number | undefined {
  const { cost } = field.extensions as Partial<FieldCost>
  return cost
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type)
}

function argument(node: FieldNode, name: string, variables: Variables): unknown {
  const value = node.arguments?.find((arg) => arg.name.value === name)?.value
  if (!value) return undefined
  if (value.kind === Kind.VARIABLE) return variables[value.name.value] ?? undefined
  if (value.kind === Kind.INT) return Number(value.value)
  if (value.kind === Kind.LIST) return value.values
  return undefined
}
