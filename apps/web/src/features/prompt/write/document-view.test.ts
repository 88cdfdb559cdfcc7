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
  it('lists the inputs with the line of their declaration', () => {
    const { inputs } = documentView(TEXT)
    expect(inputs.map(({ name, required, line }) => ({ name, required, line }))).toEqual([
      { name: 'name', required: true, line: 4 },
      { name: 'tone', required: false, line: 8 },
    ])
    expect(inputs[0]?.description).toBe('Who is greeted')
    expect(inputs[1]?.default).toBe('"warm"')
  })

  it('lists the messages with their first words and lines', () => {
    expect(documentView(TEXT).outline).toEqual([
      { role: 'system', start: 'You greet people.', line: 12 },
      { role: 'user', start: 'Hello {{name}}, {{tone}}', line: 15 },
    ])
  })

  it('lists names that are used but not declared, without a line', () => {
    expect(documentView('Hello {{name}}').inputs).toMatchObject([{ name: 'name', kind: 'any', line: null }])
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
