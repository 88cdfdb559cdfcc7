/** A value that has exactly one canonical JSON text. */
export type CanonicalValue =
  | null
  | boolean
  | number
  | string
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue }

/**
 * The one JSON text of a value, after RFC 8785: no blanks, keys sorted by UTF-16 code units, numbers as ECMAScript writes them.
 * Equal values give equal texts, different values different texts.
 *
 * @throws TypeError for whatever JSON would drop or bend silently: `undefined`, NaN, infinities, functions, symbols, bigints,
 * class instances (dates too), lone surrogates, cycles. The message names the path.
 */
export function canonicalJson(value: CanonicalValue): string {
  return write(value, '$', new Set())
}

function write(value: unknown, path: string, ancestors: Set<object>): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return writeNumber(value, path)
  if (typeof value === 'string') return writeString(value, path)
  if (typeof value !== 'object') throw new TypeError(`${path} is ${typeof value}, which JSON cannot hold`)
  if (ancestors.has(value)) throw new TypeError(`${path} contains itself, which JSON cannot hold`)

  ancestors.add(value)
  const text = Array.isArray(value) ? writeArray(value, path, ancestors) : writeObject(value, path, ancestors)
  ancestors.delete(value)
  return text
}

function writeNumber(value: number, path: string): string {
  if (!Number.isFinite(value)) throw new TypeError(`${path} is ${value}, which JSON cannot hold`)
  return JSON.stringify(value)
}

function writeString(value: string, path: string): string {
  if (!value.isWellFormed()) throw new TypeError(`${path} holds half a character (a lone surrogate)`)
  return JSON.stringify(value)
}

function writeArray(value: readonly unknown[], path: string, ancestors: Set<object>): string {
  // Array.from visits holes too, so that [ , 1] is refused and not shortened.
  return `[${Array.from(value, (item, index) => write(item, `${path}[${index}]`, ancestors)).join(',')}]`
}

function writeObject(value: object, path: string, ancestors: Set<object>): string {
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new TypeError(`${path} is an instance of a class; turn it into plain JSON first`)
  }
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${writeString(key, path)}:${write(member, `${path}.${key}`, ancestors)}`)
  return `{${members.join(',')}}`
}
