import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeMarkdown, plainMarkdown } from './plain-markdown.ts'

/** The editor's own reader of Markdown; it comes without types. */
const MARKED = 'monaco-editor/base/common/marked/marked.js'
const marked = (await import(MARKED)) as { parse(text: string): string }

const rendered = (text: string) => marked.parse(text).trim()

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => `<p>${text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)}</p>`

describe('plainMarkdown', () => {
  it.each([
    '<img src=x onerror=alert(1)>',
    '[click](https://example.org)',
    '![x](y)',
    'see https://example.org or www.example.org or a@example.org',
    '**bold** _soft_ `code` ~~gone~~',
    '# heading',
    '1. list',
    '- list',
    '| a | b |',
    '&amp; &lt;',
    'back\\slash',
  ])('shows %s as it is written', (text) => {
    expect(rendered(plainMarkdown(text))).toBe(escaped(text))
  })

  it('adds no element, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>[]()!*_`~#&;:/@.-+|\\ \naw1') }), (text) => {
        expect(rendered(plainMarkdown(text)).match(/<(?!\/?p>)/)).toBeNull()
      }),
    )
  })
})

describe('codeMarkdown', () => {
  it('is one piece of code, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>[]`* \na') }), (text) => {
        expect(rendered(codeMarkdown(text)).match(/<(?!\/?(p|code)>)/)).toBeNull()
      }),
    )
  })
})
