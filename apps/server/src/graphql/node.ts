import { DomainError, NotFoundError, ValidationError } from '../platform/errors.ts'
import { isUuid } from '../platform/ids.ts'
import { MAX_PAGE_SIZE } from '../platform/paging.ts'
import { builder, type Ref } from './builder.ts'
import type { Context } from './context.ts'

/** The parts of an id's inside: uuids, commit ids, numbers, joined by dots. The library always comes first. */
const PART = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}|[1-9][0-9]{0,14})$/

/** Finds a row by the parts of its id; null for missing and foreign ones alike. */
type FindNode = (parts: readonly string[], context: Context) => Promise<object | null>

const finders = new Map<string, { parts: number; find: FindNode }>()
const typenames = new WeakMap<object, string>()

/** Global ids are opaque to clients: base64url of the type's name and the key. */
export function encodeId(typename: string, ...parts: (string | number)[]): string {
  return Buffer.from(`${typename}:${parts.join('.')}`).toString('base64url')
}

function decodeId(id: string): { typename: string; parts: string[] } | null {
  if (id.length > 400 || !/^[A-Za-z0-9_-]+$/.test(id)) return null
  const [typename = '', inside = ''] = Buffer.from(id, 'base64url').toString('utf8').split(':')
  const parts = inside.split('.')
  return parts.every((part) => PART.test(part)) && isUuid(parts[0]!) ? { typename, parts } : null
}

/**
 * The key inside an id given as an argument.
 *
 * @throws NotFoundError for ids of another type or form: they answer exactly like missing ones
 */
export function idParts(id: string, typename: string, what: string): string[] {
  const decoded = decodeId(id)
  if (decoded?.typename !== typename || decoded.parts.length !== finders.get(typename)?.parts)
    throw new NotFoundError(what)
  return decoded.parts
}

/** The library and row an argument names. */
export function rowOf(id: string, typename: string, what: string): { libraryId: string; id: string } {
  const [libraryId, rowId] = idParts(id, typename, what)
  return { libraryId: libraryId!, id: rowId! }
}

/** The library an argument names. */
export function libraryOf(id: string): string {
  return idParts(id, 'Library', 'The library')[0]!
}

export const Node = builder.interfaceRef<object>('Node').implement({
  description: 'Anything with an id that can be asked for again by it',
  resolveType: (value) => typenames.get(value as object),
  fields: (t) => ({
    id: t.id({
      description: 'Opaque and stable',
      resolve: () => {
        throw new TypeError('Each node type resolves its own id')
      },
    }),
  }),
})

/** Makes a type findable by id: how many parts its key has and how its row is loaded. */
export function findableAs(typename: string, parts: number, find: FindNode): void {
  finders.set(typename, { parts, find })
}

/** For nodes that only some members may see: to the others they are as good as missing. */
export async function nullIfHidden<T>(find: () => Promise<T | null>): Promise<T | null> {
  try {
    return await find()
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}

/** The id field of a node type. */
export function nodeId<Shape extends object>(
  ref: Ref<Shape>,
  keyOf: (row: Shape) => (string | number)[],
): void {
  builder.objectField(ref, 'id', (t) =>
    t.id({ description: 'Opaque and stable', resolve: (row) => encodeId(ref.name, ...keyOf(row as Shape)) }),
  )
}

async function findNode(id: string, context: Context): Promise<object | null> {
  const decoded = decodeId(id)
  const finder = decoded && finders.get(decoded.typename)
  if (!decoded || !finder || finder.parts !== decoded.parts.length) return null
  const row = await finder.find(decoded.parts, context)
  if (row) typenames.set(row, decoded.typename)
  return row
}

builder.queryFields((t) => ({
  node: t.field({
    type: Node,
    nullable: true,
    description: 'Any object by its id; null when there is none, or it is not yours to see',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, args, context) => findNode(args.id, context),
  }),
  nodes: t.field({
    type: [Node],
    nullable: { list: false, items: true },
    description: `Several objects by their ids, in the same order; at most ${MAX_PAGE_SIZE}`,
    args: { ids: t.arg.idList({ required: true }) },
    resolve: (_root, args, context) => {
      if (args.ids.length > MAX_PAGE_SIZE) {
        throw ValidationError.of(
          'ids',
          `${args.ids.length} ids are too many at once. Ask for at most ${MAX_PAGE_SIZE}.`,
        )
      }
      return Promise.all(args.ids.map((id) => findNode(id, context)))
    },
  }),
}))
