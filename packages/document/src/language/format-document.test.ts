import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contractOf } from '../contract.ts'
import { parseDocument } from '../parse-document.ts'
import { applyEdits } from './apply-edits.ts'
import { formatDocument } from './format-document.ts'

const formatted = (text: string) => applyEdits(text, formatDocument(text))

describe('formatting', () => {
  it('gives front matter two blanks a level and keeps its comments and values', () => {
    expect(
      formatted(
        '---\n# Ours\ninputs:\n    - name:   tone # how\n      enumValues: [ calm,  loud ]\n---\n{{tone}}',
      ),
    ).toBe('---\n# Ours\ninputs:\n  - name: tone # how\n    enumValues: [calm, loud]\n---\n{{tone}}')
  })

  it('takes away the blanks in tags', () => {
    expect(formatted('{{ a }} {{# b }}x{{/ b }} {{{ c }}} {{ & d}} {{>some-key}} {{! as it is }}')).toBe(
      '{{a}} {{#b}}x{{/b}} {{{c}}} {{&d}} {{> some-key}} {{! as it is }}',
    )
  })

  it('puts one blank line between messages, none after a role line, and one line ending at the end', () => {
    expect(formatted('system: \n\n\nBe brief.\nuser:\nHello\n\n\n\nassistant:\nHi')).toBe(
      'system:\nBe brief.\n\nuser:\nHello\n\nassistant:\nHi\n',
    )
  })

  it('leaves what a section opens around a message right above it', () => {
    const text = 'system:\nBe brief.\n\n{{#turns}}\nuser:\n{{q}}\n\nassistant:\n{{a}}\n{{/turns}}\n'
    expect(formatted(text)).toBe(text)
  })

  it('takes blanks away behind tags that stand alone, and leaves those in the text', () => {
    expect(formatted('user:\n{{#a}}  \ntwo blanks  \n{{#b}}b{{/b}}  \n{{/a}} \n')).toContain(
      '{{#a}}\ntwo blanks  \n{{#b}}b{{/b}}  \n{{/a}}\n',
    )
  })

  it('leaves the blank lines of a prompt without roles', () => {
    expect(formatted('One\n\n\n\ntwo {{ x }}\n\n')).toBe('One\n\n\n\ntwo {{x}}\n\n')
  })

  it.each([
    ['front matter that cannot be read', '---\na: [1\n---\nuser:\nx\n'],
    ['carriage returns', 'user:\r\n{{ x }}\r\n'],
    ['an empty text', ''],
    ['aliases and anchors', '---\na: &x 1\nb: *x\n---\nuser:\nx\n'],
  ])('leaves %s', (_, text) => {
    expect(formatted(text)).toBe(text)
  })

  const piece = fc.constantFrom(
    ...[
      '{{ a }}',
      '{{#a}}',
      '{{/ a }}',
      '{{^ b}}',
      '{{{ c }}}',
      '{{>some-key}}',
      '{{! note }}',
      '{{=<% %>=}}',
    ],
    ...['<% a %>', '{{ a', '\n', '\n\n\n', ' ', '  \n', 'user:', 'user: \n', 'system:\n', 'text', '# head'],
  )
  const setting = fc.constantFrom(
    ...[
      'a: 1',
      'b:   two # why',
      '# alone',
      '',
      'inputs:',
      '    - name:  a',
      '      kind: string',
      '  a: { kind:  array }',
    ],
    ...[
      'c: "x"',
      'd: [ 1,2 ]',
      'e: |',
      '  text  ',
      'f: &x 1',
      'g: *x',
      '- h',
      "i: ''",
      'j: >-',
      'k: 0x10',
      'l: 1.50',
      '? m',
    ],
  )
  const documents = fc
    .tuple(fc.option(fc.array(setting, { maxLength: 8 })), fc.array(piece, { maxLength: 15 }))
    .map(
      ([head, body]) => (head ? `---\n${head.map((line) => `${line}\n`).join('')}---\n` : '') + body.join(''),
    )

  it('of what is formatted changes nothing', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const once = formatted(text)
        expect(formatted(once)).toBe(once)
      }),
      { numRuns: 1_000 },
    )
  })

  it('keeps the contract, the settings and the tags', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const [before, after] = [parseDocument(text), parseDocument(formatted(text))]
        expect([...contractOf(after.text).inputs]).toEqual([...contractOf(text).inputs])
        expect(after.frontMatter?.value ?? null).toEqual(before.frontMatter?.value ?? null)
        expect(after.tags.map(({ kind, name }) => [kind, name])).toEqual(
          before.tags.map(({ kind, name }) => [kind, name]),
        )
        expect(after.messages.map(({ role }) => role)).toEqual(before.messages.map(({ role }) => role))
      }),
      { numRuns: 1_000 },
    )
  })

  it('makes edits that do not overlap', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const edits = formatDocument(text).toSorted((a, b) => a.offset - b.offset)
        for (const [at, { offset }] of edits.entries()) {
          const before = edits[at - 1]
          if (before) expect(offset).toBeGreaterThanOrEqual(before.offset + before.deleteCount)
        }
      }),
    )
  })
})
