import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldingRanges } from './folding-ranges.ts'
import { type OutlineItem, outline } from './outline.ts'

const TEXT = `---
description: Says hello
inputs:
  - name: who
    kind: string
    required: true
---
system:
{{! two
lines }}
Be brief.

user:
{{#who}}
Hello {{who}} {{> agents-tone}}
{{/who}}

`

describe('folding', () => {
  it('by front matter, message, section and comment, without the blank lines behind', () => {
    expect(foldingRanges(TEXT)).toEqual([
      { kind: 'front-matter', from: 1, to: 7 },
      { kind: 'message', from: 8, to: 11 },
      { kind: 'comment', from: 9, to: 10 },
      { kind: 'message', from: 13, to: 16 },
      { kind: 'section', from: 14, to: 16 },
    ])
  })

  it('of one line, or of a prompt without roles, is none', () => {
    expect(foldingRanges('One\ntwo {{#a}}x{{/a}}\nthree')).toEqual([])
  })
})

describe('outline', () => {
  it('lists settings with inputs, messages with first words, and what is in them', () => {
    const short = (items: readonly OutlineItem[]): unknown[] =>
      items.map(({ kind, name, detail, items: inner }) => [kind, name, detail, ...short(inner)])
    expect(short(outline(TEXT))).toEqual([
      ['settings', 'settings', 'Says hello', ['input', 'who', 'string, required']],
      ['message', 'system', '{{! two lines }} Be brief.'],
      [
        'message',
        'user',
        '{{#who}} Hello {{who}} {{> agents-tone}} {{/who}}',
        ['section', 'who', 'Hello {{who}} {{> agents-tone}} {{/who}}', ['include', 'agents-tone', '']],
      ],
    ])
  })

  it('and folding take any text, and stay in it', () => {
    const unit = fc.constantFrom(
      '---\n',
      '{{',
      '}}',
      '#',
      '/',
      '^',
      '! ',
      '\n',
      'a',
      'user:\n',
      '> key',
      'inputs:\n  a: 1\n',
    )
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const lines = text.split('\n').length
        for (const { from, to } of foldingRanges(text)) {
          expect(from).toBeLessThan(to)
          expect(to).toBeLessThanOrEqual(lines)
        }
        const inside = (items: readonly OutlineItem[], to: number): void => {
          for (const item of items) {
            expect(item.range.to).toBeLessThanOrEqual(to)
            inside(item.items, item.kind === 'message' ? text.length : item.range.to)
          }
        }
        inside(outline(text), text.length)
      }),
    )
  })
})
