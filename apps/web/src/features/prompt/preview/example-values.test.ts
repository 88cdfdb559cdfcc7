import { parseDocument } from '@incipit/document'
import { describe, expect, it } from 'vitest'
import { exampleFields, readField } from './example-values.ts'

const document = parseDocument(`---
inputs:
  word: { kind: string, example: "two words", required: true }
  count: { kind: integer, default: 3 }
  ratio: { kind: float }
  on: { kind: boolean, default: false }
  tone: { kind: string, enumValues: [calm, loud], default: calm }
  list: { kind: array, example: [1, 2] }
  thing: { kind: object, example: { a: 1 } }
---
`)
const fields = exampleFields(document)
const read = (name: string, draft?: string) => {
  const field = fields.find((candidate) => candidate.name === name)
  if (!field) throw new Error(`no field ${name}`)
  return readField(field, new Map(draft === undefined ? [] : [[name, draft]]))
}

describe('example values', () => {
  it('begin with the examples and defaults, each of its kind', () => {
    const given = fields.map(({ name }) => [name, read(name)])
    expect(Object.fromEntries(given)).toEqual({
      word: { state: 'given', value: 'two words' },
      count: { state: 'given', value: 3 },
      ratio: { state: 'absent' },
      on: { state: 'given', value: false },
      tone: { state: 'given', value: 'calm' },
      list: { state: 'given', value: [1, 2] },
      thing: { state: 'given', value: { a: 1 } },
    })
  })

  it.each([
    ['count', '1.5', 'whole number'],
    ['count', 'many', 'no number'],
    ['ratio', '1e999', 'no number'],
    ['list', '{"a": 1}', 'A list is needed'],
    ['list', '[1,', 'not JSON yet'],
    ['thing', '[]', 'An object is needed'],
    ['thing', 'null', 'An object is needed'],
  ])('say what is wrong with %s written as %s', (name, draft, reason) => {
    expect(read(name, draft)).toEqual({ state: 'wrong', reason: expect.stringContaining(reason) })
  })

  it('are absent where a field was emptied', () => {
    for (const name of ['word', 'count', 'tone', 'list']) expect(read(name, '')).toEqual({ state: 'absent' })
  })
})
