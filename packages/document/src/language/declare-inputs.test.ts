import { describe, expect, it } from 'vitest'
import { diagnose } from '../diagnose.ts'
import { applyEdits } from './apply-edits.ts'
import { declareInputsFix } from './declare-inputs.ts'

const declared = (text: string) => applyEdits(text, declareInputsFix(text)?.edits ?? [])

describe('declaring the inputs of a text', () => {
  it('writes all names at once, with the kinds their tags suggest', () => {
    const text =
      'Hi {{who}} {{#urgent}}now{{/urgent}} {{#items}}{{label}}{{/items}} {{order.id}} {{#tags}}{{.}}{{/tags}}\n'
    expect(declared(text)).toBe(
      `---\ninputs:\n${[
        ['who', 'string'],
        ['urgent', 'boolean'],
        ['items', 'array'],
        ['order', 'object'],
        ['tags', 'array'],
      ]
        .map(([name, kind]) => `  - name: ${name}\n    kind: ${kind}\n`)
        .join('')}---\n${text}`,
    )
    expect(diagnose(declared(text))).toEqual([])
  })

  it('adds to front matter that says something else', () => {
    expect(declared('---\nname: x\n---\n{{a}}')).toBe(
      '---\nname: x\ninputs:\n  - name: a\n    kind: string\n---\n{{a}}',
    )
  })

  it('is not offered where inputs are declared, none are used, or the front matter cannot be read', () => {
    for (const text of ['---\ninputs: []\n---\n{{a}}', 'plain', '---\na: [\n---\n{{a}}', '---\na: 1\n{{a}}'])
      expect(declareInputsFix(text)).toBeNull()
  })
})
