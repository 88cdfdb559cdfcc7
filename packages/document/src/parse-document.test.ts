import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocument } from './parse-document.ts'

/** Any text, and texts made of what the parser looks for. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '---',
        '\n',
        '\n',
        '\r\n',
        ' ',
        '  ',
        '- ',
        'inputs:',
        'name: a',
        ': ',
        '{{',
        '}}',
        '#',
        '/',
        '!',
        '>',
        '=',
        'system:',
        'user:',
        'x',
        '&a ',
        '*a',
        '[',
        ']',
        '{',
        '}',
        '"',
        "'",
        '|',
        '\t',
        '<<: *a',
        '__proto__: ',
        '!!js ',
        '? ',
        '\ud83d',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join('')),
  fc
    .array(
      fc.constantFrom(
        '\n',
        '  ',
        '- ',
        'name: a',
        'kind: ',
        'required: ',
        'default: ',
        'enumValues: ',
        '1',
        '[1]',
        '&a ',
        '*a',
        '? ',
        ': ',
        'string',
      ),
      { maxLength: 40 },
    )
    .map((parts) => `---\ninputs:${parts.join('')}\n---\n{{a}}`),
)

const inputsOf = (yaml: string) =>
  parseDocument(`---\n${yaml}\n---\n`).inputs.map(({ nameRange: _, ...input }) => input)
const plain = {
  kind: 'string',
  description: null,
  required: false,
  default: undefined,
  example: undefined,
  enumValues: null,
}

describe('documents', () => {
  it('of any text can be parsed, and every range lies in it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const document = parseDocument(text)
        const ranges = [
          ...document.problems.map(({ range }) => range),
          ...document.messages.flatMap(({ range, contentRange }) => [range, contentRange]),
          ...document.inputs.map(({ nameRange }) => nameRange),
        ]
        for (const { from, to } of ranges) {
          expect(from).toBeGreaterThanOrEqual(0)
          expect(to).toBeGreaterThanOrEqual(from)
          expect(to).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('do not depend on which text was taken apart before', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (head, one, two) => {
        const [first, second] = [`---\n${head}\n---\n${one}`, `---\n${head}\n---\n${two}`]
        parseDocument(first)
        const after = parseDocument(second)
        parseDocument('---\nanother: text\n---\n')
        expect(parseDocument(second)).toEqual(after)
        expect(parseDocument(second)).not.toBe(after)
      }),
      { numRuns: 500 },
    )
  })

  it('lose nothing: front matter, blank space and messages make up the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { frontMatter, bodyRange, messages } = parseDocument(text)
        expect(bodyRange).toEqual({ from: frontMatter?.range.to ?? 0, to: text.length })
        let position = bodyRange.from
        for (const { range, contentRange, text: said } of messages) {
          expect(text.slice(position, range.from).trim()).toBe('')
          expect(text.slice(contentRange.from, contentRange.to)).toBe(said)
          position = range.to
        }
        expect(text.slice(position).trim()).toBe('')
      }),
      { numRuns: 1000 },
    )
  })
})

describe('front matter', () => {
  it('gives description and model', () => {
    expect(parseDocument('---\ndescription: Sorts\nmodel: some-model\n---\nx')).toMatchObject({
      description: 'Sorts',
      model: 'some-model',
    })
    expect(parseDocument('---\nmodel:\n  id: some-model\n  provider: p\n---\nx').model).toBe('some-model')
    expect(parseDocument('---\ndescription: 5\nmodel: [a]\n---\nx')).toMatchObject({
      description: null,
      model: null,
    })
  })

  it('ends with the next line ---, also with CRLF and trailing blanks', () => {
    const { frontMatter, bodyRange } = parseDocument('---  \r\na: 1\r\n---\r\nbody --- text\n---\n')
    expect(frontMatter).toMatchObject({ raw: 'a: 1\r\n', range: { from: 0, to: 18 } })
    expect(bodyRange.from).toBe(18)
  })

  it('may be empty, and is none unless it begins the text', () => {
    expect(parseDocument('---\n---\nx').frontMatter?.value).toEqual(new Map())
    expect(parseDocument('\n---\na: 1\n---\n').frontMatter).toBeNull()
    expect(parseDocument('----\na: 1\n----\n').frontMatter).toBeNull()
  })

  it('keeps dangerous keys as keys', () => {
    const { frontMatter, inputs } = parseDocument(
      '---\n__proto__:\n  polluted: true\ninputs:\n  __proto__: x\n  constructor: y\n---\n',
    )
    expect(frontMatter?.value?.get('__proto__')).toEqual(new Map([['polluted', true]]))
    expect(inputs.map(({ name }) => name)).toEqual(['__proto__', 'constructor'])
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  it.each(['a: &x [*x]', 'a: &x { b: [*x] }', 'inputs:\n  - name: t\n    enumValues: &x [*x]'])(
    'refuses a value that contains itself: %s',
    (settings) => {
      const { frontMatter, problems } = parseDocument(`---\n${settings}\n---\nText\n`)
      expect(frontMatter?.value).toBeNull()
      expect(problems.map(({ code }) => code)).toEqual(['yaml'])
    },
  )

  it('refuses an expansion attack in no time', () => {
    const levels = Array.from(
      { length: 12 },
      (_, n) =>
        `a${n}: &a${n} [${
          n
            ? Array(9)
                .fill(`*a${n - 1}`)
                .join(',')
            : '1'
        }]`,
    )
    const { frontMatter, problems } = parseDocument(`---\n${levels.join('\n')}\n---\nx`)
    expect(frontMatter?.value).toBeNull()
    expect(problems).toMatchObject([{ code: 'yaml', severity: 'error' }])
  })

  it('survives nesting deeper than the stack', () => {
    expect(parseDocument(`---\n${'['.repeat(50_000)}\n---\nx`).frontMatter?.value).toBeNull()
  })
})

describe('inputs', () => {
  it('are read from a list', () => {
    const yaml = [
      'inputs:',
      '  - name: tone',
      '    kind: string',
      '    description: How it sounds',
      '    required: true',
      '    default: calm',
      '    example: bold',
      '    enumValues: [calm, bold]',
      '  - name: count',
      '    kind: integer',
    ].join('\n')
    expect(inputsOf(yaml)).toEqual([
      {
        name: 'tone',
        kind: 'string',
        description: 'How it sounds',
        required: true,
        default: 'calm',
        example: 'bold',
        enumValues: ['calm', 'bold'],
      },
      { ...plain, name: 'count', kind: 'integer' },
    ])
  })

  it('are read from a mapping, of specifications or of defaults', () => {
    expect(
      inputsOf(
        'inputs:\n  a:\n    kind: array\n    required: true\n  b: 1.5\n  c: true\n  d: [1]\n  e:\n  f: text',
      ),
    ).toEqual([
      { ...plain, name: 'a', kind: 'array', required: true },
      { ...plain, name: 'b', kind: 'float', default: 1.5 },
      { ...plain, name: 'c', kind: 'boolean', default: true },
      { ...plain, name: 'd', kind: 'array', default: [1] },
      { ...plain, name: 'e' },
      { ...plain, name: 'f', default: 'text' },
    ])
  })

  it('know where their names stand', () => {
    const text = '---\ninputs:\n  - kind: string\n    name: "topic"\n---\n'
    const [input] = parseDocument(text).inputs
    expect(text.slice(input?.nameRange.from, input?.nameRange.to)).toBe('"topic"')
  })

  it('are declared even when there is none', () => {
    expect(parseDocument('---\ninputs: []\n---\n').inputsDeclared).toBe(true)
    expect(parseDocument('---\ninputs:\n---\n').inputsDeclared).toBe(true)
    expect(parseDocument('---\nname: x\n---\n').inputsDeclared).toBe(false)
  })

  it('follow an alias', () => {
    expect(inputsOf('base: &base\n  kind: float\ninputs:\n  a: *base').map(({ kind }) => kind)).toEqual([
      'float',
    ])
  })
})

describe('messages', () => {
  const roles = (text: string) => parseDocument(text).messages.map(({ role, text }) => [role, text])

  it('begin at role lines; text before the first is a system message', () => {
    expect(roles('Be kind.\nuser:\nHi\nassistant: \nHello\n')).toEqual([
      ['system', 'Be kind.\n'],
      ['user', 'Hi\n'],
      ['assistant', 'Hello\n'],
    ])
  })

  it('are one text prompt without any role line', () => {
    expect(roles('Just text\n')).toEqual([[null, 'Just text\n']])
    expect(roles(' \n')).toEqual([])
  })

  it('begin at adjacent role lines, the first of the body too', () => {
    expect(roles('---\n---\nsystem:\nuser:\ntool:\ndeveloper:\r\nx')).toEqual([
      ['system', ''],
      ['user', ''],
      ['tool', ''],
      ['developer', 'x'],
    ])
  })

  it('begin at no line that only looks like one', () => {
    expect(roles('User:\n user:\nuser: hi\nusers:\nuser')).toHaveLength(1)
    expect(roles('{{! a comment\nuser:\n}}\nx')).toEqual([[null, '{{! a comment\nuser:\n}}\nx']])
  })
})
