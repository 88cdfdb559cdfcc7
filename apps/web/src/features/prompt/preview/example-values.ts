import type { InputSpec, PromptDocument, YamlValue } from '@incipit/document'
import { contractOf } from '@incipit/document'

/** A field of the form of example values. */
export interface ExampleField {
  readonly name: string
  readonly kind: InputSpec['kind'] | 'any'
  readonly description: string | null
  /** Whether the prompt cannot be filled in without it. */
  readonly required: boolean
  /** The values allowed, as JSON; `null`: any. */
  readonly choices: readonly string[] | null
  /** What stands in the field before anybody touches it; empty: nothing. */
  readonly initial: string
}

/** What people wrote into fields, by their names; a field that nobody touched is not in it. */
export type Drafts = ReadonlyMap<string, string>

/** What a field says. */
export type Reading =
  | { readonly state: 'given'; readonly value: unknown }
  | { readonly state: 'absent' }
  | { readonly state: 'wrong'; readonly reason: string }

/** The fields for a document: its declared inputs, or else the names its text uses. Filled with examples, then defaults. */
export function exampleFields(document: PromptDocument): ExampleField[] {
  const specs = new Map(document.inputs.map((input) => [input.name, input]))
  return Array.from(contractOf(document.text).inputs, ([name, { kind, required, enumValues }]) => {
    const spec = specs.get(name)
    const value = spec?.example ?? spec?.default
    return {
      name,
      kind,
      description: spec?.description ?? null,
      required: required || kind === 'any',
      choices: enumValues,
      initial: value === undefined || value === null ? '' : draftOf(value, enumValues !== null),
    }
  })
}

/** JSON that fits into one line of a field. */
const ONE_LINE = 40

/** A value as its field shows it. */
function draftOf(value: YamlValue, isChoice: boolean): string {
  if (typeof value === 'string' && !isChoice) return value
  const plain = (_: string, item: unknown): unknown => (item instanceof Map ? Object.fromEntries(item) : item)
  const short = JSON.stringify(value, plain) ?? ''
  return isChoice || short.length <= ONE_LINE ? short : (JSON.stringify(value, plain, 2) ?? '')
}

/** What a field says: what somebody wrote, or its example. */
export function readField(field: ExampleField, drafts: Drafts): Reading {
  const draft = drafts.get(field.name) ?? field.initial
  if (field.choices) return readJson(draft)
  switch (field.kind) {
    case 'any':
    case 'string':
      return draft === '' ? ABSENT : { state: 'given', value: draft }
    case 'boolean':
      return draft === '' ? ABSENT : { state: 'given', value: draft === 'true' }
    case 'integer':
    case 'float':
      return readNumber(draft, field.kind)
    default:
      return readShape(draft, field.kind)
  }
}

const ABSENT: Reading = { state: 'absent' }

function wrong(reason: string): Reading {
  return { state: 'wrong', reason }
}

function readNumber(draft: string, kind: 'integer' | 'float'): Reading {
  if (draft.trim() === '') return ABSENT
  const value = Number(draft)
  if (!Number.isFinite(value)) return wrong('This is no number. Write one such as 12.')
  if (kind === 'integer' && !Number.isInteger(value)) return wrong('A whole number is needed, such as 12.')
  return { state: 'given', value }
}

function readShape(draft: string, kind: 'array' | 'object'): Reading {
  const read = readJson(draft)
  if (read.state !== 'given') return read
  if (kind === 'array') {
    return Array.isArray(read.value)
      ? read
      : wrong('A list is needed. Put it in brackets, such as ["a", "b"].')
  }
  const isObject = typeof read.value === 'object' && read.value !== null && !Array.isArray(read.value)
  return isObject ? read : wrong('An object is needed. Put it in braces, such as {"name": "Ada"}.')
}

function readJson(draft: string): Reading {
  if (draft.trim() === '') return ABSENT
  try {
    return { state: 'given', value: JSON.parse(draft) }
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : ''
    return wrong(`This is not JSON yet: ${why}. Texts need double quotes.`)
  }
}

/** The fields with what they say. */
export function readFields(fields: readonly ExampleField[], drafts: Drafts): ReadonlyMap<string, Reading> {
  return new Map(fields.map((field) => [field.name, readField(field, drafts)]))
}
