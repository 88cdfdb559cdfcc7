import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentView } from './document-view.ts'

const TEXT = `---
name: Greeting
inputs:
  name:
    kind: string
    description: Who is greeted
    required: true
  tone:
    kind: string
    default: warm
---
system:
You greet people.

user:
Hello {{name}}, {{tone}}
`

describe('documentView', () => {
  it('lists the inputs with the place of their declaration', () => {
    const { inputs } = documentView(TEXT)
    expect(inputs.map(({ name, required, place }) => ({ name, required, place }))).toEqual([
      { name: 'name', required: true, place: { line: 4, column: 3, offset: TEXT.indexOf('  name:') + 2 } },
      { name: 'tone', required: false, place: { line: 8, column: 3, offset: TEXT.indexOf('tone:') } },
    ])
    expect(inputs[0]?.description).toBe('Who is greeted')
    expect(inputs[1]?.default).toBe('"warm"')
  })

  it('lists settings and messages with their first words and places', () => {
    expect(documentView(TEXT).outline).toMatchObject([
      {
        kind: 'settings',
        line: 1,
        rows: [
          { name: 'name', line: 4 },
          { name: 'tone', line: 8 },
        ],
      },
      { kind: 'message', name: 'system', detail: 'You greet people.', line: 12 },
      { kind: 'message', name: 'user', detail: 'Hello {{name}}, {{tone}}', line: 15 },
    ])
  })

  it('lists names that are used but not declared, at their first use', () => {
    expect(documentView('Hello {{name}}').inputs).toMatchObject([
      { name: 'name', kind: 'any', declared: false, place: { line: 1, column: 9 } },
    ])
  })

  it('takes any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('-', '{', '}', '#', ':', '\n', ' ', 'a', 'user:') }),
        (text) => {
          const { outline, problems } = documentView(text)
          const lines = text.split('\n').length
          for (const { line } of outline) expect(line).toBeLessThanOrEqual(lines)
          expect(Array.isArray(problems)).toBe(true)
        },
      ),
    )
  })
})
