import type { YamlValue } from '../front-matter.ts'
import type { InputKind } from '../input-spec.ts'
import { nameUses } from '../name-uses.ts'
import { parseDocument } from '../parse-document.ts'

/** A value as JSON has it. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue }

/** @internal An input as code and schemas describe it. */
export interface DescribedInput {
  readonly name: string
  /** `any`: used in the text but declared nowhere. */
  readonly kind: InputKind | 'any'
  /** Whether a caller must give it. */
  readonly required: boolean
  readonly description: string | null
  /** `undefined`: none. */
  readonly default: JsonValue | undefined
  readonly example: JsonValue | undefined
  readonly enumValues: readonly JsonValue[] | null
}

/** @internal What a document takes. */
export interface DescribedContract {
  readonly description: string | null
  readonly inputs: readonly DescribedInput[]
  /** Whether other names may be given too: nothing is declared, so that nothing is unknown. */
  readonly open: boolean
}

/** @internal The contract of a document, with the words it has for its inputs. */
export function describeContract(text: string): DescribedContract {
  const document = parseDocument(text)
  const { description, inputsDeclared } = document
  if (inputsDeclared) {
    const inputs = document.inputs.map((input) => ({
      name: input.name,
      kind: input.kind,
      required: input.required && input.default === undefined,
      description: input.description,
      default: toJson(input.default),
      example: toJson(input.example),
      enumValues: input.enumValues?.flatMap((value) => toJson(value) ?? []) ?? null,
    }))
    return { description, inputs, open: false }
  }
  const names = new Set(
    nameUses(document)
      .filter(({ mayBeField, whole }) => whole && !mayBeField)
      .map(({ input }) => input),
  )
  const unknown = { description: null, default: undefined, example: undefined, enumValues: null }
  const inputs = [...names].map((name) => ({ name, kind: 'any' as const, required: false, ...unknown }))
  return { description, inputs, open: true }
}

/** `undefined` for what JSON cannot say: no value, and numbers that are none. */
function toJson(value: YamlValue | undefined): JsonValue | undefined {
  if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) return undefined
  if (Array.isArray(value)) return value.map((item: YamlValue) => toJson(item) ?? null)
  // From entries, so that a key such as __proto__ is a key like any other.
  if (value instanceof Map) {
    return Object.fromEntries([...value].map(([key, item]) => [String(key), toJson(item) ?? null]))
  }
  return value as JsonValue
}
