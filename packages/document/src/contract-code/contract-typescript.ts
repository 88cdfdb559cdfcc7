import type { InputKind } from '../input-spec.ts'
import { commentLines, typeNameOf } from './code-text.ts'
import { type DescribedInput, describeContract, type JsonValue } from './contract-inputs.ts'

const TYPES: Readonly<Record<InputKind | 'any', string>> = {
  string: 'string',
  integer: 'number',
  float: 'number',
  boolean: 'boolean',
  array: 'readonly unknown[]',
  object: 'Readonly<Record<string, unknown>>',
  any: 'unknown',
}

/**
 * The inputs of a document as a TypeScript interface.
 *
 * @param name of the prompt, such as its key; `tasks-general-reply` makes `TasksGeneralReplyInputs`
 */
export function contractTypeScript(text: string, name: string): string {
  const { description, inputs, open } = describeContract(text)
  const members = [
    ...inputs.flatMap((input) => [...docComment(input.description, '  '), memberOf(input)]),
    ...(open ? ['  readonly [name: string]: unknown'] : []),
  ]
  const type = typeNameOf(name)
  const body =
    members.length > 0
      ? [`export interface ${type} {`, ...members, '}']
      : [`export type ${type} = Readonly<Record<string, never>>`]
  return `${[...docComment(description, ''), ...body].join('\n')}\n`
}

function memberOf(input: DescribedInput): string {
  const name = /^[A-Za-z_$][\w$]*$/.test(input.name) ? input.name : JSON.stringify(input.name)
  return `  readonly ${name}${input.required ? '' : '?'}: ${typeOf(input)}`
}

function typeOf({ kind, enumValues }: DescribedInput): string {
  if (!enumValues?.length || !enumValues.every(isLiteral)) return TYPES[kind]
  return [...new Set(enumValues.map((value) => JSON.stringify(value)))].join(' | ')
}

function isLiteral(value: JsonValue): boolean {
  return value === null || typeof value !== 'object'
}

function docComment(description: string | null, indent: string): string[] {
  const lines = commentLines(description).map((line) => line.replaceAll('*/', '*\\/'))
  if (lines.length === 0) return []
  if (lines.length === 1) return [`${indent}/** ${lines[0]} */`]
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`]
}
