import fc from 'fast-check'
import Mustache, { type Token } from 'mustache'
import { describe, expect, it } from 'vitest'
import { checkSections } from './check-sections.ts'
import { scanTags, type TagKind } from './scan-tags.ts'

const kindsAndNames = (text: string) => scanTags(text, 0).tags.map(({ kind, name }) => `${kind} ${name}`)
const problems = (text: string) =>
  scanTags(text, 0).problems.map(({ code, range }) => `${code} ${text.slice(range.from, range.to)}`)

/** What mustache.js found, in the order of the text. Comments and delimiters leave no tokens there. */
function reference(tokens: readonly Token[]): string[] {
  const kinds: Record<string, TagKind> = {
    name: 'variable',
    '&': 'raw',
    '#': 'section',
    '^': 'inverted',
    '>': 'partial',
  }
  return tokens.flatMap(([type, value, , , inner]) => {
    const kind = kinds[type]
    if (!kind) return []
    return Array.isArray(inner)
      ? [`${kind} ${value}`, ...reference(inner), `close ${value}`]
      : [`${kind} ${value}`]
  })
}

const name = fc.constantFrom('a', 'b', 'a.b', '.', 'long_name')
const pad = fc.constantFrom('', ' ', '\n', '  ')
const leaf = fc
  .tuple(
    name,
    pad,
    fc.constantFrom(
      '{{_}}',
      '{{{_}}}',
      '{{&_}}',
      '{{>_}}',
      '{{!_}}',
      '{{! {{ _}}',
      'text\n',
      '{',
      '}}',
      ' { } ',
    ),
  )
  .map(([name, pad, form]) => form.replace('_', pad + name + pad))
const { template } = fc.letrec<{ template: string; part: string }>((tie) => ({
  template: fc.array(tie('part'), { maxLength: 5 }).map((parts) => parts.join(' ')),
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc
      .tuple(name, fc.constantFrom('#', '^'), tie('template'))
      .map(([name, mark, inner]) => `{{${mark}${name}}}${inner}{{/${name}}}`),
    tie('template').map(
      (inner) => `{{=<% %>=}}${inner.replaceAll('{{', '<%').replaceAll('}}', '%>')}<%={{ }}=%>`,
    ),
  ),
}))
const hostile = fc
  .array(
    fc.constantFrom(
      '{{',
      '}}',
      '{',
      '}',
      '#a',
      '/a',
      '/b',
      '^b',
      '!',
      '>',
      '=',
      '<% %>',
      ' ',
      '\n',
      'a',
      '😀',
    ),
  )
  .map((parts) => parts.join(''))

describe('tags', () => {
  it('are those that mustache.js finds, in any template it accepts', () => {
    fc.assert(
      fc.property(template, (text) => {
        let tokens: Token[]
        try {
          tokens = Mustache.parse(text)
        } catch {
          fc.pre(false)
          return
        }
        const { tags, problems } = scanTags(text, 0)
        fc.pre(problems.length === 0)
        const found = tags.filter(({ kind }) => kind !== 'comment' && kind !== 'delimiters')
        expect(found.map(({ kind, name }) => `${kind} ${name}`)).toEqual(reference(tokens))
        expect(checkSections(tags)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('are never in doubt where mustache.js refuses a template: a problem is reported', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        let refused = false
        try {
          Mustache.parse(text)
        } catch {
          refused = true
        }
        fc.pre(refused)
        const { tags, problems } = scanTags(text, 0)
        expect(problems.length + checkSections(tags).length).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })

  it('stand in order, do not overlap, and hold their names', () => {
    fc.assert(
      fc.property(fc.oneof(template, hostile), (text) => {
        let end = 0
        for (const { range, nameRange, name } of scanTags(text, 0).tags) {
          expect(range.from).toBeGreaterThanOrEqual(end)
          expect(range.to).toBeGreaterThan(range.from)
          expect(text.slice(nameRange.from, nameRange.to)).toBe(name)
          end = range.to
        }
      }),
    )
  })

  it('may span lines', () => {
    expect(kindsAndNames('{{!\n two\n lines }}{{\n a\n}}')).toEqual(['comment two\n lines', 'variable a'])
  })

  it('are all found when several are unclosed', () => {
    expect(problems('{{ one\n{{two}} {{#three\n{{four')).toEqual([
      'unclosed-tag {{ one',
      'unclosed-tag {{#three',
      'unclosed-tag {{four',
    ])
    expect(kindsAndNames('{{ one\n{{two}} {{#three\n{{four')).toEqual([
      'broken one',
      'variable two',
      'broken three',
      'broken four',
    ])
  })

  it('with a brace too few are read as if it were there', () => {
    const [problem] = scanTags('{{{ a }} b', 0).problems
    expect(problem?.fix?.edits).toEqual([{ offset: 6, deleteCount: 0, insert: '}' }])
    expect(kindsAndNames('{{{ a }} b {{c}}')).toEqual(['raw a', 'variable c'])
  })

  it('that are unclosed comments cost one line at most', () => {
    expect(kindsAndNames('{{! never closed\nuser: {{a\n')).toEqual(['broken ', 'broken a'])
  })

  it('follow changed delimiters', () => {
    expect(kindsAndNames('{{=<% %>=}}<%a%> {{b}} <%={{ }}=%>{{c}}')).toEqual([
      'delimiters <% %>',
      'variable a',
      'delimiters {{ }}',
      'variable c',
    ])
    expect(problems('{{=<%=}}')).toEqual(['invalid-tag {{=<%=}}'])
  })
})

describe('sections', () => {
  const found = (text: string) =>
    checkSections(scanTags(text, 0).tags).map(
      ({ code, range }) => `${code} ${text.slice(range.from, range.to)}`,
    )

  it.each([
    ['{{#a}}{{^a}}{{/a}}{{/a}}', []],
    ['{{#a}} {{#b}}', ['unclosed-section {{#a}}', 'unclosed-section {{#b}}']],
    ['{{/a}} {{#a}}', ['unopened-section {{/a}}', 'unclosed-section {{#a}}']],
    ['{{#a}}{{#b}}{{/a}}{{/b}}', ['crossed-section {{/a}}']],
    // b was forgotten: nothing crosses.
    ['{{#a}}{{#b}}{{/a}}', ['unclosed-section {{#b}}']],
    ['{{#a}}{{#b}}{{#c}}{{/a}}{{/b}}{{/c}}', ['crossed-section {{/a}}', 'crossed-section {{/b}}']],
  ])('%s: %j', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })
})
