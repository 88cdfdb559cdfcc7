import fc from 'fast-check'
import Mustache from 'mustache'
import { describe, expect, it } from 'vitest'
import { RENDER_LIMITS } from './limits.ts'
import { type RenderOptions, render } from './render.ts'

const name = fc.constantFrom('a', 'b', 'c', 'd')

/** Templates in which no line holds two tags and nothing else: there mustache.js departs from the specification. */
const { template } = fc.letrec<{ template: string; part: string }>((tie) => ({
  template: fc.array(tie('part'), { maxLength: 4 }).map((parts) => parts.join('')),
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('text', ' x ', 'line\n', 'line\r\n', '{ ', ' }} '),
    fc.constantFrom(
      'x\n  {{! alone }}\n',
      'x{{! inline }}',
      'x\r\n{{! alone }}\r\nx',
      'x\n  {{> p}}\n',
      'x{{>q}}x',
    ),
    name.map((name) => `x{{${name}}}`),
    name.map((name) => `x{{ ${name} }}\n`),
    fc.constant('x{{.}}'),
    tie('template').map((inner) =>
      inner.includes('<%')
        ? inner
        : `x{{=<% %>=}}x${inner.replaceAll('{{', '<%').replaceAll('}}', '%>')}x<%={{ }}=%>`,
    ),
    fc
      .tuple(name, fc.constantFrom('#', '^'), tie('template'), fc.boolean())
      .map(([name, mark, inner, alone]) =>
        alone
          ? `x\n {{${mark}${name}}}\n${inner}x\n{{/${name}}}\nx`
          : `x{{${mark}${name}}}x${inner}x{{/${name}}}x`,
      ),
  ),
}))

const scalar = fc.constantFrom('', 'text', '<&>', 0, 1, 2.5, true, false, null, '{{a}}', 'x\ny')
const record = fc.record({ a: scalar, b: scalar, d: scalar }, { noNullPrototype: true, requiredKeys: [] })
/** mustache.js fails on lists with nulls. */
const item = fc.oneof(scalar, record).filter((item) => item !== null)
const value = fc.oneof(scalar, record, fc.array(item, { maxLength: 3 }))
/** A null as an input counts as not given, which shows where `{{.}}` writes all inputs at once. */
const input = value.filter((value) => value !== null)
const data = fc.record({ a: input, b: input, c: input }, { noNullPrototype: true, requiredKeys: [] })

describe('rendering', () => {
  it('agrees with mustache.js', () => {
    const partials = { p: '|{{a}}\n\n|\n', q: '[{{b}}]' }
    const resolveInclude = (key: string) => partials[key as 'p' | 'q'] ?? null
    fc.assert(
      fc.property(template, data, (text, inputs) => {
        // Not HTML, and a list or an object within a text is JSON.
        const plain = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value))
        const expected = Mustache.render(text, inputs, partials, { escape: plain })
        expect(render(text, { inputs, resolveInclude })).toMatchObject({ ok: true, text: expected })
      }),
      { numRuns: 3000 },
    )
  })

  it('is total: any text with any data ends within its limits', () => {
    const piece = fc.constantFrom(
      ...[
        '---\n',
        'inputs:\n',
        '  - name: a\n',
        '    kind: array\n',
        '    required: true\n',
        'user:\n',
        '\n',
        'x',
        ' ',
      ],
      ...[
        '{{',
        '}}',
        '{{{',
        '#a',
        '/a',
        '^b',
        '/b',
        '> a',
        '> b@1',
        '! ',
        '=<% %>=',
        '<%',
        '%>',
        '.',
        'a',
        'b',
        'a.b',
      ],
      ...[
        '{{#a}}',
        '{{/a}}',
        '{{a}}',
        '{{> a}}',
        '{{.}}',
        '__proto__',
        'constructor',
        '😀',
        '\r\n',
        '\uFEFF',
      ],
    )
    const text = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''))
    const limits = { steps: 2000, output: 5000, includeDepth: 3, nesting: 5 }
    const anything = fc.anything({
      withMap: true,
      withDate: true,
      withBigInt: true,
      withSparseArray: true,
      withNullPrototype: true,
    })
    const inputs = fc.oneof(fc.dictionary(fc.constantFrom('a', 'b', '__proto__', 'x'), anything), data)
    fc.assert(
      fc.property(text, text, inputs, fc.constantFrom('strict', 'lenient'), (source, other, inputs, mode) => {
        const result = render(source, {
          inputs,
          mode,
          limits,
          resolveInclude: (key) => (key === 'a' ? other : null),
        })
        if (!result.ok) {
          expect(result.errors.length).toBeGreaterThan(0)
          return
        }
        const length = result.messages.reduce((sum, { content }) => sum + content.length, 0)
        expect(Math.max(length, result.text?.length ?? 0)).toBeLessThanOrEqual(limits.output)
        expect(result.messages.every(({ content }) => content !== '' && content === content.trim())).toBe(
          true,
        )
      }),
      { numRuns: 5000 },
    )
  })

  it('is no less in lenient mode than in strict mode', () => {
    fc.assert(
      fc.property(template, data, (source, inputs) => {
        const strict = render(source, { inputs })
        const lenient = render(source, { inputs, mode: 'lenient' })
        if (strict.ok) expect(lenient).toEqual(strict)
      }),
    )
  })

  it('never looks into a value for tags: what a value says comes out as it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{', '}', '#', '>', '=', 'a', ' ', '\n', 'user:') }),
        (text) => {
          expect(render('<{{a}}>', { inputs: { a: text } })).toMatchObject({ ok: true, text: `<${text}>` })
        },
      ),
    )
  })
})

describe('what asks for too much', () => {
  const limitOf = (source: string, options: RenderOptions = {}) => {
    const result = render(source, { mode: 'lenient', ...options })
    return result.ok ? null : (result.errors.find(({ code }) => code === 'limit')?.name ?? null)
  }
  const many = (count: number, text: string) => text.repeat(count)
  const circle: Record<string, unknown> = {}
  circle.self = circle
  const shared = Array.from({ length: 40 }).reduce<unknown>((inner) => [inner, inner], 'x')
  const list = Array.from({ length: 1000 }, (_, n) => n)
  const doubling = (key: string) => {
    const level = Number(key.slice(1))
    return level < 9 ? many(10, `{{> l${level + 1}}}`) : 'x'
  }

  it.each<[string, string, string, RenderOptions]>([
    ['a list without an end', 'steps', '{{#a}}x{{/a}}', { inputs: { a: new Array(1e9) } }],
    ['lists inside each other', 'steps', '{{#a}}{{#a}}{{#a}}{{/a}}{{/a}}{{/a}}', { inputs: { a: list } }],
    ['includes that double', 'steps', '{{> l0}}', { resolveInclude: doubling }],
    [
      'includes without an end',
      'includeDepth',
      '{{> p0}}',
      { resolveInclude: (key) => `{{> p${Number(key.slice(1)) + 1}}}` },
    ],
    ['a result of gigabytes', 'output', '{{#a}}{{b}}{{/a}}', { inputs: { a: list, b: many(100_000, 'x') } }],
    ['values that contain themselves', 'nesting', '{{a}}', { inputs: { a: circle } }],
    [
      'values that unfold without an end',
      'output',
      '{{a}}',
      { inputs: { a: shared }, limits: { steps: 1e9 } },
    ],
    [
      'sections inside sections',
      'nesting',
      `${many(20_000, '{{#a}}')}${many(20_000, '{{/a}}')}`,
      { inputs: { a: true } },
    ],
    [
      'an indentation for every line',
      'output',
      `${many(100_000, ' ')}{{> a}}`,
      { resolveInclude: () => many(100_000, 'x\n') },
    ],
    ['a long tag over and over', 'steps', `{{#a}}{{> ${many(400_000, 'a')}}}{{/a}}`, { inputs: { a: list } }],
    ['a name of many parts', 'steps', `{{#a}}{{${many(50_000, 'b.')}b}}{{/a}}`, { inputs: { a: list } }],
    [
      'limits that are left open',
      'steps',
      '{{#a}}{{/a}}',
      { inputs: { a: new Array(1e9) }, limits: { steps: undefined } },
    ],
    [
      'nesting that would exhaust the stack',
      'nesting',
      `${many(20_000, '{{#a}}')}${many(20_000, '{{/a}}')}`,
      { inputs: { a: true }, limits: { nesting: 1e9 } },
    ],
    ['a text that is too long', 'steps', many(11_000_000, 'x'), {}],
  ])('%s: is stopped by the limit of %s', (_, limit, source, options) => {
    expect(limitOf(source, options)).toBe(limit)
  })

  it.each([
    ['names that nothing holds', many(16_000, '{{a}}\n')],
    ['broken tags', many(16_000, '{{#a')],
    ['tags that close nothing', many(9_000, '{{/a}}')],
    ['sections that are left out', many(5_000, '{{#a}}x{{/a}}')],
    ['role lines', many(16_000, 'user:\n')],
    ['blank lines', many(50_000, ' \n')],
  ])('%s are rendered in no more steps than they have characters', (_, source) => {
    expect(render(source, { mode: 'lenient', limits: { steps: source.length } }).ok).toBe(true)
  })

  it('is told which limit it met, and what to do', () => {
    expect(render('{{a}}', { inputs: { a: 'xxx' }, limits: { output: 2 } })).toMatchObject({
      errors: [
        { message: 'The result is longer than 2 characters. Pass shorter values, or shorten the text.' },
      ],
    })
    expect(Object.keys(RENDER_LIMITS)).toEqual(['steps', 'includeDepth', 'nesting', 'output'])
  })
})
