import { describe, expect, it } from 'vitest'
import { definitionAt } from './definition-at.ts'
import { hoverAt } from './hover-at.ts'

const TEXT = `---
model:
  options:
    temperature: 0
inputs:
  - name: topic
    kind: string
    description: What it is about
  - name: items
    kind: array
    example: [{ topic: Lamp }]
---
user:
{{topic}} {{#items}}{{topic}}{{/items}} {{> agents-tone@1.2.0}} {{other.part}}
`
const on = (words: string, from = 0) => TEXT.indexOf(words, from) + 2

describe('hover', () => {
  it('tells what is declared of an input, on its tag and on its declaration', () => {
    const expected = {
      kind: 'input',
      name: 'topic',
      meaning: 'input',
      input: { description: 'What it is about' },
    }
    expect(hoverAt(TEXT, on('{{topic'))).toMatchObject(expected)
    expect(hoverAt(TEXT, TEXT.indexOf('topic'))).toMatchObject(expected)
  })

  it('tells a field from the input of the same name', () => {
    expect(hoverAt(TEXT, on('{{topic', TEXT.indexOf('{{#items')))).toMatchObject({
      meaning: 'field',
      input: null,
    })
  })

  it('tells what is not declared', () => {
    expect(hoverAt(TEXT, on('{{other'))).toMatchObject({ name: 'other', input: null })
  })

  it('tells which prompt is included', () => {
    expect(hoverAt(TEXT, on('{{> agents'))).toMatchObject({
      kind: 'include',
      key: 'agents-tone',
      version: '1.2.0',
    })
  })

  it('explains the keys of the front matter where they stand', () => {
    expect(hoverAt(TEXT, on('temperature'))).toMatchObject({ kind: 'key', key: 'temperature' })
    expect(hoverAt(TEXT, on('kind:'))).toMatchObject({
      kind: 'key',
      key: 'kind',
      values: ['string', 'integer', 'float', 'boolean', 'array', 'object'],
    })
    expect(hoverAt('---\nother: 1\n---\n', 5)).toBeNull()
  })

  it('says nothing about text', () => {
    expect(hoverAt(TEXT, on('user:'))).toBeNull()
  })
})

describe('definition', () => {
  it('of an input is its declaration', () => {
    const target = { from: TEXT.indexOf('topic'), to: TEXT.indexOf('topic') + 5 }
    expect(definitionAt(TEXT, on('{{topic'))).toMatchObject({ kind: 'input', target })
  })

  it('of a field or an undeclared name is nowhere', () => {
    expect(definitionAt(TEXT, on('{{topic', TEXT.indexOf('{{#items')))).toBeNull()
    expect(definitionAt(TEXT, on('{{other'))).toBeNull()
  })

  it('of an include is its prompt, with the version asked for', () => {
    const at = on('{{> agents')
    expect(definitionAt(TEXT, at)).toMatchObject({ kind: 'include', key: 'agents-tone', version: '1.2.0' })
    expect(definitionAt('{{> agents-tone}}', 1)).toMatchObject({ version: null })
  })
})
