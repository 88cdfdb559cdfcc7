import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completionsAt } from './completions-at.ts'

const keys = [{ key: 'agents-support-tone', name: 'Tone', description: 'How we speak' }]
const versions = [
  { version: '1.1.0', detail: 'Warmer' },
  { version: '1.0.0', detail: 'First words' },
]
const HEAD = `---
inputs:
  - name: topic
    kind: string
    description: What it is about
  - name: items
    kind: array
    example: [{ label: Lamp }]
---
`
/** Labels offered at the | of a text. */
function at(marked: string): string[] {
  return offered(marked).map(({ label }) => label)
}
function offered(marked: string) {
  const offset = marked.indexOf('|')
  return completionsAt(marked.replace('|', ''), offset, { keys, versions })
}
/** The text after taking the completion of that label. */
function taken(marked: string, wished: string): string {
  const text = marked.replace('|', '')
  const found = offered(marked).find(({ label }) => label === wished)
  if (!found) throw new Error(`${wished} is not offered`)
  return text.slice(0, found.range.from) + found.insert + text.slice(found.range.to)
}

describe('completion in the body', () => {
  it('offers inputs in a tag, with kind and description', () => {
    expect(offered(`${HEAD}user:\n{{|}}`)).toMatchObject([
      { kind: 'input', label: 'topic', detail: 'string, optional', description: 'What it is about' },
      { kind: 'input', label: 'items' },
    ])
  })

  it('writes the end of the tag where it is not there yet', () => {
    expect(taken(`${HEAD}{{to|`, 'topic')).toBe(`${HEAD}{{topic}}`)
    expect(taken(`${HEAD}{{to|}}`, 'topic')).toBe(`${HEAD}{{topic}}`)
    expect(taken(`${HEAD}{{{to|`, 'topic')).toBe(`${HEAD}{{{topic}}}`)
    expect(taken(`${HEAD}{{to| and {{items}}`, 'topic')).toBe(`${HEAD}{{topic}} and {{items}}`)
  })

  it('offers what can be gone through first in a section', () => {
    expect(at(`${HEAD}{{#|}}`)).toEqual(['items', 'topic'])
  })

  it('offers the open section, and only that, after a slash', () => {
    expect(at(`${HEAD}{{#items}}{{#topic}}x{{/topic}}{{/|}}`)).toEqual(['items'])
    expect(at(`${HEAD}{{/|}}`)).toEqual([])
  })

  it('offers the fields of items that examples show, and the end of the section', () => {
    expect(at(`${HEAD}{{#items}}{{|}}`)).toEqual(['label', 'topic', 'items', '/items'])
  })

  it('offers names that are used where none is declared', () => {
    expect(at('Hello {{name}}, {{|')).toEqual(['name'])
  })

  it('offers the prompts of the library in an include', () => {
    expect(offered(`${HEAD}{{> age|}}`)).toMatchObject([{ label: 'agents-support-tone', detail: 'Tone' }])
    expect(taken(`${HEAD}{{>age|`, 'agents-support-tone')).toBe(`${HEAD}{{>agents-support-tone}}`)
  })

  it('offers the versions of an included prompt behind the @, and replaces nothing before it', () => {
    expect(offered(`${HEAD}{{> agents-support-tone@|}}`)).toMatchObject([
      { kind: 'version', label: '1.1.0', detail: 'Warmer' },
      { kind: 'version', label: '1.0.0' },
    ])
    expect(taken(`${HEAD}{{> agents-support-tone@1.|}}`, '1.0.0')).toBe(
      `${HEAD}{{> agents-support-tone@1.0.0}}`,
    )
    expect(taken(`${HEAD}{{>agents-support-tone@|`, '1.1.0')).toBe(`${HEAD}{{>agents-support-tone@1.1.0}}`)
    expect(at(`${HEAD}{{agents-support-tone@|}}`)).not.toContain('1.1.0')
  })

  it('follows a change of delimiters', () => {
    expect(at(`${HEAD}{{=<% %>=}}\n<%|%>`)).toEqual(['topic', 'items'])
    expect(at(`${HEAD}{{=<% %>=}}\nx {{|`)).toEqual([])
  })

  it('offers roles at the beginning of a line, and nothing in text, comments and finished tags', () => {
    expect(at('Be brief.\n\nus|')).toEqual(['system:', 'user:', 'assistant:', 'developer:', 'tool:'])
    for (const text of ['Be br|', '{{topic}}|', '{{! a {{|', 'a | b']) expect(at(text)).toEqual([])
  })
})

describe('completion in the front matter', () => {
  it('offers top-level keys that are not there yet', () => {
    const labels = at('---\nname: x\n|\n---\n')
    expect(labels).toContain('description')
    expect(labels).not.toContain('name')
  })

  it.each([
    ['a list', '---\ninputs:\n  - name: a\n    |\n---\n'],
    ['a list as far left as its key', '---\ninputs:\n- name: a\n  |\n---\n'],
    ['a mapping', '---\ninputs:\n  a:\n    |\n---\n'],
  ])('offers the keys of an input in %s', (_, text) => {
    expect(at(text)).toContain('required')
    expect(at(text)).toContain('enumValues')
  })

  it('offers a name only to entries of a list, and once', () => {
    expect(at('---\ninputs:\n  - |\n---\n')).toContain('name')
    expect(at('---\ninputs:\n  - name: a\n    |\n---\n')).not.toContain('name')
    expect(at('---\ninputs:\n  a:\n    |\n---\n')).not.toContain('name')
  })

  it('offers parameters where parameters stand', () => {
    expect(at('---\nmodel:\n  id: x\n  |\n---\n')).toContain('options')
    expect(at('---\nmodel:\n  options:\n    te|\n---\n')).toContain('temperature')
    expect(at('---\nmetadata:\n  |\n---\n')).toEqual([])
  })

  it('offers the values of keys that have few', () => {
    expect(at('---\ninputs:\n  - name: a\n    kind: |\n---\n')).toEqual([
      'string',
      'integer',
      'float',
      'boolean',
      'array',
      'object',
    ])
    expect(at('---\ninputs:\n  - name: a\n    required: t|\n---\n')).toEqual(['true', 'false'])
    expect(at('---\ndescription: |\n---\n')).toEqual([])
  })

  it('offers allowed values as defaults', () => {
    const text = '---\ninputs:\n  tone:\n    enumValues: [calm, loud]\n    default: |\n---\n{{tone}}'
    expect(at(text)).toEqual(['calm', 'loud'])
  })

  it('writes a key with what follows it, at its indentation', () => {
    expect(taken('---\ninp|\n---\n', 'inputs')).toBe('---\ninputs:\n  - \n---\n')
    expect(taken('---\ninputs:\n  - name: a\n    ki|\n---\n', 'kind')).toBe(
      '---\ninputs:\n  - name: a\n    kind: \n---\n',
    )
    expect(taken('---\nna|: x\n---\n', 'name')).toBe('---\nname: x\n---\n')
  })
})

it('completion takes any text and any place, and replaces what ends there', () => {
  const text = fc.string({
    unit: fc.constantFrom('-', '{', '}', '#', '/', '>', ':', '\n', ' ', 'a', '---\n', 'inputs:'),
  })
  fc.assert(
    fc.property(text, fc.nat(), (written, seed) => {
      const offset = seed % (written.length + 1)
      for (const { range } of completionsAt(written, offset, { keys, versions })) {
        expect(range.from).toBeLessThanOrEqual(offset)
        expect(range.to).toBe(offset)
      }
    }),
  )
})
