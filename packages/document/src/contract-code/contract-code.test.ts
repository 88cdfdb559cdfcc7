/// <reference types="node" />
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contractPython, contractSchema, contractTypeScript, render } from '../index.ts'

const text = `---
description: |
  Writes a reply. */ Not the end
  of the comment.
inputs:
  - name: topic
    description: What it is about.
    required: true
  - name: tone
    enumValues: [calm, "say \\"hi\\""]
    default: calm
  - name: count
    kind: integer
    enumValues: [1, 2]
  - name: items
    kind: array
    required: true
    example: [a, { b: 1 }]
  - name: ratio
    kind: float
    enumValues: [0.5]
---
{{topic}}
`

describe('the contract as code', () => {
  it('is a JSON Schema', () => {
    expect(contractSchema(text)).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      description: 'Writes a reply. */ Not the end\nof the comment.\n',
      type: 'object',
      properties: {
        topic: { type: 'string', description: 'What it is about.' },
        tone: { type: 'string', enum: ['calm', 'say "hi"'], default: 'calm' },
        count: { type: 'integer', enum: [1, 2] },
        items: { type: 'array', examples: [['a', { b: 1 }]] },
        ratio: { type: 'number', enum: [0.5] },
      },
      required: ['topic', 'items'],
      additionalProperties: false,
    })
    expect(contractSchema('{{a}} {{b.c}} {{a}}')).toMatchObject({
      properties: { a: {}, b: {} },
      required: [],
      additionalProperties: true,
    })
  })

  it('is a TypeScript interface', () => {
    expect(contractTypeScript(text, 'tasks-general-reply')).toBe(`/**
 * Writes a reply. *\\/ Not the end
 * of the comment.
 */
export interface TasksGeneralReplyInputs {
  /** What it is about. */
  readonly topic: string
  readonly tone?: "calm" | "say \\"hi\\""
  readonly count?: 1 | 2
  readonly items: readonly unknown[]
  readonly ratio?: 0.5
}
`)
    expect(contractTypeScript('{{a}}', '3 größen')).toBe(
      'export interface Prompt3GrEnInputs {\n  readonly a?: unknown\n  readonly [name: string]: unknown\n}\n',
    )
    expect(contractTypeScript('---\ninputs: []\n---\nx', 'x')).toBe(
      'export type XInputs = Readonly<Record<string, never>>\n',
    )
  })

  it('is a Python TypedDict', () => {
    expect(
      contractPython(text, 'tasks-general-reply'),
    ).toBe(`from typing import Any, Literal, NotRequired, TypedDict


# Writes a reply. */ Not the end
# of the comment.
class TasksGeneralReplyInputs(TypedDict):
    # What it is about.
    topic: str
    tone: NotRequired[Literal["calm", "say \\"hi\\""]]
    count: NotRequired[Literal[1, 2]]
    items: list[Any]
    ratio: NotRequired[float]
`)
    expect(contractPython('---\ninputs: []\n---\nx', 'x')).toBe(
      'from typing import TypedDict\n\n\nclass XInputs(TypedDict):\n    pass\n',
    )
  })

  it.each(['due-date', 'class', '__secret', 'größe'])(
    'is a functional TypedDict where an input is called %s',
    (name) => {
      const code = contractPython(`---\ninputs:\n  ${name}: {kind: boolean, required: true}\n---\nx`, 'x')
      expect(code).toBe(
        `from typing import TypedDict\n\n\nXInputs = TypedDict(\n    "XInputs",\n    {\n        "${name}": bool,\n    },\n)\n`,
      )
    },
  )

  it('keeps names that objects have anyway', () => {
    const schema = contractSchema(
      '---\ninputs:\n  __proto__: {required: true}\n  constructor: {kind: array}\n---\nx',
    )
    expect(JSON.stringify(schema)).toContain(
      '"properties":{"__proto__":{"type":"string"},"constructor":{"type":"array"}}',
    )
  })
})

/** Documents with what is hardest to write into code. */
const nasty = fc.string({
  unit: fc.constantFrom(
    'a',
    'é',
    '"',
    "'",
    '`',
    '\\',
    '*/',
    '/*',
    '#',
    '\n',
    '\r',
    '\u2028',
    '\0',
    '${',
    '{',
    '}',
    '😀',
    ' ',
    '"""',
  ),
  maxLength: 12,
})
const inputName = fc.constantFrom(
  'a',
  'b-c',
  'class',
  'new',
  '__x',
  '__proto__',
  'constructor',
  'größe',
  'readonly',
  '_',
  'None',
)
const spec = fc.record(
  {
    kind: fc.constantFrom('string', 'integer', 'float', 'boolean', 'array', 'object'),
    description: nasty,
    required: fc.boolean(),
    enumValues: fc.array(
      fc.oneof(nasty, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.constant([1])),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: [], noNullPrototype: true },
)
const document = fc
  .tuple(nasty, fc.uniqueArray(fc.tuple(inputName, spec), { selector: ([name]) => name, maxLength: 5 }))
  .map(([description, specs]) => {
    const inputs = specs.map(([name, spec]) => ({ name, ...spec }))
    return `---\n${JSON.stringify({ description, inputs }).replaceAll('\u2028', '\\u2028')}\n---\nx`
  })

const samples = (count: number) => fc.sample(fc.tuple(document, nasty), count)

/** Run a tool on files in a directory of their own. */
function runOn(files: Readonly<Record<string, string>>, command: string, args: readonly string[]) {
  const directory = mkdtempSync(join(tmpdir(), 'incipit-contract-'))
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(directory, name), content)
    return spawnSync(command, args, { cwd: directory, encoding: 'utf8' })
  } finally {
    rmSync(directory, { recursive: true })
  }
}

describe('generated code', () => {
  it('in TypeScript compiles, whatever inputs and descriptions are called', () => {
    const files = Object.fromEntries(
      samples(200).map(([text, name], index) => [`contract-${index}.ts`, contractTypeScript(text, name)]),
    )
    const tsc = join(import.meta.dirname, '../../../../node_modules/.bin/tsc')
    const { status, stdout } = runOn(files, tsc, ['--noEmit', '--strict', ...Object.keys(files)])
    expect([status, stdout]).toEqual([0, ''])
  })

  it.skipIf(spawnSync('python3', ['--version']).status !== 0)('in Python parses, by Python itself', () => {
    const files = Object.fromEntries(
      samples(200).map(([text, name], index) => [`contract_${index}.py`, contractPython(text, name)]),
    )
    const script =
      'import ast, glob\nfor f in glob.glob("*.py"): ast.parse(open(f, encoding="utf-8").read(), f)\nprint("read")'
    const { stdout, stderr } = runOn(files, 'python3', ['-c', script])
    expect([stdout.trim(), stderr]).toEqual(['read', ''])
  })

  it('in Python balances brackets and quotes, and has no line but imports, comments and members', () => {
    fc.assert(
      fc.property(document, nasty, (text, name) => {
        const [first, ...lines] = contractPython(text, name).split('\n')
        expect(first).toMatch(/^from typing import (\w+, )*TypedDict$/)
        for (const line of lines) {
          const code = line.replace(/"(?:[^"\\]|\\.)*"/g, '""')
          expect(code).toMatch(
            /^(\s*#.*|class \w+\(TypedDict\):|\w+ = TypedDict\(| {4}"",| {4}[{]| {4}[}],|\)|\s*(\w+|""): [\w[\], "-]+,?| {4}pass|)$/,
          )
          if (!/^\s*#/.test(line)) expect(code.split('[').length).toBe(code.split(']').length)
        }
      }),
    )
  })

  it('what the schema accepts, strict rendering takes', () => {
    const values: Readonly<Record<string, unknown>> = {
      string: 's',
      integer: 3,
      number: 2.5,
      boolean: true,
      array: [1],
      object: { a: 1 },
    }
    interface Property {
      readonly type: string
      readonly enum?: readonly unknown[]
    }
    fc.assert(
      fc.property(document, (text) => {
        expect(contractSchema(text)).toMatchObject({ additionalProperties: false })
        const { properties } = contractSchema(text) as unknown as { properties: Record<string, Property> }
        const fitting = Object.entries(properties).map(([name, { type, enum: allowed }]) => {
          const value = values[type]
          return [name, allowed ? undefined : value] as const
        })
        const given = new Map(fitting.filter(([, value]) => value !== undefined))
        const result = render(text, { inputs: given })
        const codes = result.ok ? [] : result.errors.map(({ code }) => code)
        expect(codes).not.toContain('wrong-kind')
        expect(codes).not.toContain('unknown-input')
        const { required } = contractSchema(text) as unknown as { required: readonly string[] }
        const missing = result.ok
          ? []
          : result.errors.filter(({ code }) => code === 'missing-input').map(({ name }) => name)
        expect(missing).toEqual(required.filter((name) => !given.has(name)))
      }),
    )
  })
})
