import { ValidationError } from './errors.ts'
import { isUuid } from './ids.ts'

/** The most rows one page may hold. */
export const MAX_PAGE_SIZE = 100
/** Rows of a page whose size nobody named. */
export const DEFAULT_PAGE_SIZE = 25

/** The Relay arguments of a connection. */
export interface PageArgs {
  readonly first?: number | null
  readonly last?: number | null
  readonly after?: string | null
  readonly before?: string | null
}

/** As `Date.toISOString` writes it; `Date.parse` alone reads much that no database does. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

export type CursorKey = readonly (string | number)[]

/** What the parts of a cursor's key may be; anything else in a cursor was not made by us. */
export type KeyPart = 'instant' | 'uuid' | 'number' | 'text'

/** What a store fetches for a page: rows beyond a key in one direction, one more than the page holds. */
export interface Window {
  readonly start: CursorKey | null
  readonly descending: boolean
  readonly limit: number
}

export interface Connection<Row> {
  readonly edges: readonly { readonly cursor: string; readonly node: Row }[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
  /** Counted only when the query asks for it. */
  readonly totalCount: () => Promise<number>
}

export interface ConnectionSpec<Row> {
  /** Names the list, so that a cursor of another list (or of another order) is refused. */
  readonly list: string
  /** Whether the list runs from the greatest key down. */
  readonly descending: boolean
  readonly key: readonly KeyPart[]
  /** The unique sort key of a row; a cursor is made of it. */
  readonly keyOf: (row: Row) => CursorKey
  readonly fetch: (window: Window) => Promise<Row[]>
  readonly count: () => Promise<number>
}

/**
 * A page of a list by the Relay connection specification, over keys instead of offsets: rows that come or go
 * between two pages neither repeat nor hide others.
 *
 * @throws ValidationError for a size above the maximum (never a silent clamp), both directions at once, or a cursor that is not from this list.
 */
export async function connection<Row>(args: PageArgs, spec: ConnectionSpec<Row>): Promise<Connection<Row>> {
  const { size, backward } = checkedSize(args)
  const startText = backward ? args.before : args.after
  const start = startText == null ? null : decodeCursor(startText, spec, backward ? 'before' : 'after')
  const rows = await spec.fetch({ start, descending: spec.descending !== backward, limit: size + 1 })
  const more = rows.length > size
  const page = more ? rows.slice(0, size) : rows
  if (backward) page.reverse()
  const edges = page.map((node) => ({ cursor: encodeCursor(spec.list, spec.keyOf(node)), node }))
  return {
    edges,
    pageInfo: {
      hasNextPage: backward ? start !== null : more,
      hasPreviousPage: backward ? more : start !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: spec.count,
  }
}

function checkedSize(args: PageArgs): { size: number; backward: boolean } {
  if (args.first != null && args.last != null) {
    throw ValidationError.of('last', 'A page is counted from one end. Give first or last, not both.')
  }
  const backward = args.last != null || (args.before != null && args.first == null)
  if (backward ? args.after != null : args.before != null) {
    throw ValidationError.of(
      'after',
      'A page goes in one direction. Give first with after, or last with before.',
    )
  }
  const size = (backward ? args.last : args.first) ?? DEFAULT_PAGE_SIZE
  const name = backward ? 'last' : 'first'
  if (size < 0)
    throw ValidationError.of(name, `${name} is ${size}, but a page has 0 to ${MAX_PAGE_SIZE} entries.`)
  if (size > MAX_PAGE_SIZE) {
    throw ValidationError.of(
      name,
      `${name} is ${size}, but a page has at most ${MAX_PAGE_SIZE} entries. Fetch several pages.`,
    )
  }
  return { size, backward }
}

export function encodeCursor(list: string, key: CursorKey): string {
  return Buffer.from(JSON.stringify([list, ...key])).toString('base64url')
}

function decodeCursor(
  text: string,
  spec: Pick<ConnectionSpec<never>, 'list' | 'key'>,
  path: string,
): CursorKey {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (Array.isArray(parts) && parts.length === spec.key.length + 1 && parts[0] === spec.list) {
      const key = parts.slice(1)
      if (key.every((part, index) => isKeyPart(part, spec.key[index]!))) return key
    }
  } catch {
    // Falls through to the refusal: whatever it was, it was not one of our cursors.
  }
  throw ValidationError.of(
    path,
    'This cursor does not belong to this list. Use one from a page of the same list.',
  )
}

function isKeyPart(part: unknown, kind: KeyPart): boolean {
  if (kind === 'number') return Number.isSafeInteger(part)
  if (typeof part !== 'string' || part.length > 300) return false
  if (kind === 'uuid') return isUuid(part)
  if (kind === 'instant') return INSTANT.test(part) && !Number.isNaN(Date.parse(part))
  return !part.includes('\u0000') && part.isWellFormed()
}
