import type { Path } from './parse-template.ts'

/** @internal The values a name is looked up in, innermost first. */
export interface Context {
  readonly value: unknown
  readonly outer: Context | null
}

/** @internal Nothing of that name. Unlike a null, it lets outer contexts and defaults answer. */
export const MISSING: unique symbol = Symbol('missing')

/**
 * @internal The value of a dotted name: its first part from the innermost context that has it, every further part from the value
 * before it. An empty path is the innermost value itself.
 */
export function lookUp(path: Path, context: Context, fallback: ReadonlyMap<string, unknown>): unknown {
  const [first, ...rest] = path
  if (first === undefined) return context.value
  let value = fromContexts(first, context)
  if (value === MISSING) value = member(fallback, first)
  for (const part of rest) {
    if (value === MISSING) return MISSING
    value = member(value, part)
  }
  return value
}

function fromContexts(name: string, innermost: Context): unknown {
  for (let context: Context | null = innermost; context; context = context.outer) {
    const value = member(context.value, name)
    if (value !== MISSING) return value
  }
  return MISSING
}

/** @internal Only what a value itself holds as data: nothing inherited, no getter, no function. */
export function member(holder: unknown, name: string): unknown {
  if (holder instanceof Map) return present(holder.get(name))
  if (!Array.isArray(holder) && !isRecord(holder)) return MISSING
  return present(Object.getOwnPropertyDescriptor(holder, name)?.value)
}

function present(value: unknown): unknown {
  return value === undefined || typeof value === 'function' || typeof value === 'symbol' ? MISSING : value
}

/** @internal A plain object, as JSON has them. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

/** @internal Whether a section over the value is left out: nothing, false, 0, an empty text or an empty list. */
export function isFalsy(value: unknown): boolean {
  return value === MISSING || !value || (Array.isArray(value) && value.length === 0)
}
