import type { InputKind } from '../input-spec.ts'
import { type DescribedInput, describeContract, type JsonValue } from './contract-inputs.ts'

/** A JSON Schema of draft 2020-12. */
export type JsonSchema = { readonly [key: string]: JsonValue }

const TYPES: Readonly<Record<InputKind, string>> = {
  string: 'string',
  integer: 'integer',
  float: 'number',
  boolean: 'boolean',
  array: 'array',
  object: 'object',
}

/**
 * The inputs of a document as a JSON Schema (draft 2020-12). What it accepts, strict rendering takes. Where the front matter declares no
 * inputs, it names those that the text uses, and accepts any others.
 */
export function contractSchema(text: string): JsonSchema {
  const { description, inputs, open } = describeContract(text)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...(description === null ? {} : { description }),
    type: 'object',
    properties: Object.fromEntries(inputs.map((input) => [input.name, inputSchema(input)])),
    required: inputs.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: open,
  }
}

function inputSchema(input: DescribedInput): JsonSchema {
  return {
    ...(input.kind === 'any' ? {} : { type: TYPES[input.kind] }),
    ...(input.description === null ? {} : { description: input.description }),
    ...(input.enumValues === null ? {} : { enum: input.enumValues }),
    ...(input.default === undefined ? {} : { default: input.default }),
    ...(input.example === undefined ? {} : { examples: [input.example] }),
  }
}
