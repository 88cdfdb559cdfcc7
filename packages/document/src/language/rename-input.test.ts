import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contractOf } from '../contract.ts'
import { applyEdits } from './apply-edits.ts'
import { inputOccurrences } from './input-occurrences.ts'
import { renameInput } from './rename-input.ts'

const ORDER = `---
inputs:
  - name: customer
    kind: string
  - name: items
    kind: array
    example: [{ name: Lamp, price: 12 }]
  - name: name
    kind: string
---
user:
Dear {{customer}}, {{#customer}}hello {{ customer }}{{/customer}}
{{#items}}{{name}} costs {{price}} for {{customer}} of {{name.first}}{{/items}}
{{^items}}Nothing, {{{name}}}.{{/items}} {{&name}} {{#name.first}}x{{/name.first}}
`
/** An offset on the first place of some words, inside the tag. */
const on = (text: string, words: string) => text.indexOf(words) + 3

function renamed(text: string, words: string, to: string): string {
  const result = renameInput(text, on(text, words), to)
  if (!result.ok) throw new Error(result.reason)
  return applyEdits(text, result.edits)
}

function refusal(text: string, words: string, to: string): string {
  const result = renameInput(text, on(text, words), to)
  if (result.ok) throw new Error('renamed')
  return result.reason
}

describe('renaming an input', () => {
  it('changes its declaration and all its tags, sections and their ends too', () => {
    const text = renamed(ORDER, '{{customer', 'client')
    expect(text).not.toContain('customer')
    expect(text).toContain('- name: client\n')
    expect(text).toContain('Dear {{client}}, {{#client}}hello {{ client }}{{/client}}')
  })

  it('works from the declaration as from a tag', () => {
    const at = ORDER.indexOf('- name: customer') + 10
    expect(renameInput(ORDER, at, 'client')).toEqual(renameInput(ORDER, on(ORDER, '{{customer'), 'client'))
  })

  it('changes first parts of dotted names, and leaves fields of items that have the same name', () => {
    const text = renamed(ORDER, '{{{name', 'title')
    expect(text).toContain('{{#items}}{{name}} costs {{price}} for {{customer}} of {{name.first}}{{/items}}')
    expect(text).toContain('{{{title}}}.{{/items}} {{&title}} {{#title.first}}x{{/title.first}}')
    expect(text).toContain('- name: title\n')
  })

  it('leaves what may be a field where nothing shows the fields, and says so', () => {
    const text = '---\ninputs: { items: { kind: array }, who: {} }\n---\n{{who}} {{#items}}{{who}}{{/items}}'
    const result = renameInput(text, on(text, '{{who}} '), 'name')
    expect(result).toMatchObject({ ok: true, unsure: [{ from: text.indexOf('{{who}}{{/') + 2 }] })
    expect(renamed(text, '{{who}} ', 'name')).toContain('{{name}} {{#items}}{{who}}{{/items}}')
  })

  it('takes a name in such a section for the input when the cursor is on it', () => {
    const text = '---\ninputs: { items: { kind: array }, who: {} }\n---\n{{who}} {{#items}}{{who}}{{/items}}'
    expect(renamed(text, '{{who}}{{/', 'name')).toContain('{{name}} {{#items}}{{name}}{{/items}}')
  })

  it('keeps the way in which the front matter is written', () => {
    expect(renamed('---\ninputs:\n  "who": calm # said to\n---\n{{who}}', '{{who', 'you')).toBe(
      '---\ninputs:\n  "you": calm # said to\n---\n{{you}}',
    )
    expect(renamed('---\ninputs: [{ name: who }]\n---\n{{who}}', '{{who', 'true')).toContain('name: "true"')
  })

  it('renames a name that is declared nowhere', () => {
    expect(renamed('Hi {{who}}, {{#who}}you{{/who}}', '{{who', 'you')).toBe('Hi {{you}}, {{#you}}you{{/you}}')
  })

  it.each([
    ['', 'needs a name'],
    ['two words', 'is no name'],
    ['1st', 'is no name'],
    ['a.b', 'is no name'],
    ['name', 'already'],
    ['price', 'already'],
  ])('to %j is refused with a reason', (to, reason) => {
    expect(refusal(ORDER, '{{customer', to)).toContain(reason)
  })

  it('is refused where there is no input, and where aliases make one word serve several places', () => {
    expect(refusal(ORDER, 'Dear', 'x')).toContain('No input stands here')
    expect(refusal(ORDER, '{{price', 'x')).toContain('No input stands here')
    const aliased = '---\nnames: [&a who]\ninputs:\n  - name: *a\n---\n{{who}}'
    expect(refusal(aliased, '{{who', 'x')).toContain('by hand')
  })

  const names = ['a', 'b', 'list', 'field']
  const piece = fc.constantFrom(
    'text ',
    '\n',
    'user:\n',
    ...names.flatMap((name) => [
      `{{${name}}}`,
      `{{#${name}}}`,
      `{{/${name}}}`,
      `{{^${name}}}`,
      `{{${name}.x}}`,
    ]),
  )
  const head = fc.constantFrom(
    '',
    '---\ninputs:\n  a: 1\n  b: { kind: boolean }\n  list: { kind: array, example: [{ field: 1, a: 2 }] }\n---\n',
    '---\ninputs:\n  - name: list\n    kind: array\n  - {name: "a", required: true}\n---\n',
  )
  const documents = fc
    .tuple(head, fc.array(piece, { maxLength: 12 }))
    .map(([before, body]) => before + body.join(''))

  it('keeps the contract but for the name', () => {
    fc.assert(
      fc.property(documents, fc.nat(), (text, seed) => {
        const offset = seed % (text.length + 1)
        const result = renameInput(text, offset, 'fresh')
        if (!result.ok) return
        const after = contractOf(applyEdits(text, result.edits)).inputs
        const before = Array.from(contractOf(text).inputs, ([name, input]) => [
          name === result.name ? 'fresh' : name,
          input,
        ])
        expect([...after]).toEqual(before)
      }),
    )
  })

  it('and back gives the text there was', () => {
    fc.assert(
      fc.property(documents, fc.nat(), (text, seed) => {
        const offset = seed % (text.length + 1)
        const there = renameInput(text, offset, 'fresh')
        if (!there.ok) return
        const changed = applyEdits(text, there.edits)
        const at = inputOccurrences(text, offset)?.at.from ?? 0
        const before = there.edits.filter((edit) => edit.offset < at).length
        const back = renameInput(changed, at + before * ('fresh'.length - there.name.length), there.name)
        // Where the old name stays in use as a field, it is taken.
        if (back.ok) expect(applyEdits(changed, back.edits)).toBe(text)
        else expect(there.unsure.length > 0 || text.includes('example')).toBe(true)
      }),
    )
  })

  it('concerns the places it says it does', () => {
    fc.assert(
      fc.property(documents, fc.nat(), (text, seed) => {
        const found = inputOccurrences(text, seed % (text.length + 1))
        for (const { from, to } of [...(found?.uses ?? []), ...(found?.unsure ?? [])]) {
          expect(text.slice(from, to)).toBe(found?.name)
        }
      }),
    )
  })
})
