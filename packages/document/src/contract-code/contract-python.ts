import type { InputKind } from '../input-spec.ts'
import { commentLines, typeNameOf } from './code-text.ts'
import { type DescribedInput, describeContract, type JsonValue } from './contract-inputs.ts'

const TYPES: Readonly<Record<InputKind | 'any', string>> = {
  string: 'str',
  integer: 'int',
  float: 'float',
  boolean: 'bool',
  array: 'list[Any]',
  object: 'dict[str, Any]',
  any: 'Any',
}

/** Keywords, which no name of a member can be. */
const KEYWORDS = new Set(
  [
    'False None True and as assert async await break class continue def del elif else except finally for from global if',
    'import in is lambda nonlocal not or pass raise return try while with yield',
  ]
    .join(' ')
    .split(' '),
)

/**
 * The inputs of a document as a Python `TypedDict`, for Python 3.11 and later. Names that Python has no identifier for make it the functional form.
 *
 * @param name of the prompt, such as its key; `tasks-general-reply` makes `TasksGeneralReplyInputs`
 */
export function contractPython(text: string, name: string): string {
  const { description, inputs } = describeContract(text)
  const type = typeNameOf(name)
  const members = inputs.map((input) => ({ ...input, type: memberType(input) }))
  const lines = inputs.every((input) => isIdentifier(input.name))
    ? [`class ${type}(TypedDict):`, ...classBody(members)]
    : [`${type} = TypedDict(`, `    "${type}",`, '    {', ...dictBody(members), '    },', ')']
  // Comments come after the blank lines: in the first two lines Python would read them for the encoding of the file.
  return `${[importsFor(members), '', '', ...comments(description, ''), ...lines].join('\n')}\n`
}

interface Member extends DescribedInput {
  readonly type: string
}

function importsFor(members: readonly Member[]): string {
  const used = ['Any', 'Literal', 'NotRequired'].filter((name) =>
    members.some(({ type }) =>
      new RegExp(`(^|\\[)${name}\\b`).test(type.replace(/"(?:[^"\\]|\\.)*"/g, '""')),
    ),
  )
  return `from typing import ${[...used, 'TypedDict'].join(', ')}`
}

function classBody(members: readonly Member[]): string[] {
  if (members.length === 0) return ['    pass']
  return members.flatMap(({ name, type, description }) => [
    ...comments(description, '    '),
    `    ${name}: ${type}`,
  ])
}

function dictBody(members: readonly Member[]): string[] {
  return members.flatMap(({ name, type, description }) => [
    ...comments(description, '        '),
    `        ${JSON.stringify(name)}: ${type},`,
  ])
}

/** A name with two underscores before it would be renamed inside a class. */
function isIdentifier(name: string): boolean {
  return /^(?!__)[A-Za-z_]\w*$/.test(name) && !KEYWORDS.has(name)
}

function memberType(input: DescribedInput): string {
  const type = literalType(input.enumValues) ?? TYPES[input.kind]
  return input.required ? type : `NotRequired[${type}]`
}

/** Python has no literal types of floats, lists or objects. */
function literalType(values: readonly JsonValue[] | null): string | null {
  const literals = values?.map(literal)
  if (!literals?.length || !literals.every((text) => text !== null)) return null
  return `Literal[${[...new Set(literals)].join(', ')}]`
}

function literal(value: JsonValue): string | null {
  if (value === null) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'string') return JSON.stringify(value)
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : null
}

function comments(description: string | null, indent: string): string[] {
  return commentLines(description).map((line) => `${indent}# ${line}`.trimEnd())
}
