import type { YamlValue } from './front-matter.ts'
import { isRecord } from './render/context.ts'
import type { Range } from './text-position.ts'

/** Kinds of value an input takes. */
export const INPUT_KINDS = ['string', 'integer', 'float', 'boolean', 'array', 'object'] as const

/** One of {@link INPUT_KINDS}. */
export type InputKind = (typeof INPUT_KINDS)[number]

/** An input as the front matter declares it. */
export interface InputSpec {
  readonly name: string
  /** `string` when the front matter names none. */
  readonly kind: InputKind
  readonly description: string | null
  /** As written; `false` when nothing is. A required input that has a default need not be given by the caller. */
  readonly required: boolean
  /** `undefined` when there is none; YAML mappings are Maps. */
  readonly default: YamlValue | undefined
  readonly example: YamlValue | undefined
  /** The only values allowed; `null`: any. */
  readonly enumValues: readonly YamlValue[] | null
  /** Where its name stands. */
  readonly nameRange: Range
}

/** @internal The kind that a value written as a default speaks for. */
export function kindOf(value: YamlValue | undefined): InputKind {
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'float'
  return Array.isArray(value) ? 'array' : 'string'
}

/** @internal Whether a value, from YAML or from JSON, is of a kind. */
export function fitsKind(value: unknown, kind: InputKind): boolean {
  if (kind === 'integer') return Number.isInteger(value)
  if (kind === 'float') return typeof value === 'number'
  if (kind === 'array') return Array.isArray(value)
  if (kind === 'object') return value instanceof Map || isRecord(value)
  return typeof value === kind
}
