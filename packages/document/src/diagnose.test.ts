import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Diagnostic, diagnose } from './diagnose.ts'
import type { ProblemCode } from './problem.ts'

const at = ({ from, to }: Diagnostic) => `${from.line}:${from.column}-${to.line}:${to.column}`
const short = (text: string) => diagnose(text).map((diagnostic) => `${diagnostic.code} ${at(diagnostic)}`)
const withInputs = (inputs: string, body: string) => `---\ninputs:\n${inputs}---\n${body}`
const topic = '  - name: topic\n    kind: string\n'

/** Apply a fix as an editor would. */
function fixed(text: string, code: ProblemCode): string {
  const [edit] = diagnose(text).find((diagnostic) => diagnostic.code === code)?.fix?.edits ?? []
  if (!edit) throw new Error(`no fix for ${code}`)
  return text.slice(0, edit.offset) + edit.insert + text.slice(edit.offset + edit.deleteCount)
}

describe('diagnostics', () => {
  it('of a good document are none', () => {
    expect(
      short(
        withInputs(
          `${topic}  - name: items\n    kind: array\n`,
          'system:\nExplain {{topic}}: {{#items}}{{name}} {{.}}{{/items}}\n',
        ),
      ),
    ).toEqual([])
    expect(short('Plain text with {{anything}} and { braces }.')).toEqual([])
  })

  it.each<[string, string, string[]]>([
    ['an empty text', '', ['empty-content 1:1-1:1']],
    ['nothing after the front matter', '---\na: 1\n---\n', ['empty-content 4:1-4:1']],
    ['nothing but comments', '{{! later }}\n', ['empty-content 1:1-2:1']],
    ['an empty message', 'user:\nHi\nassistant:\n\n', ['empty-message 3:1-5:1']],
    ['only empty messages', 'user:\nassistant:\n', ['empty-content 1:1-3:1']],
    ['front matter without an end', '---\na: 1\nHello', ['unclosed-front-matter 1:1-2:1']],
    ['a repeated key', '---\na: 1\nb:\n  c: 1\n  c: 2\n---\nx', ['yaml 5:3-5:4']],
    ['an open bracket', '---\na: [1\n---\nx', ['yaml 3:1-3:1']],
    ['a value with a colon', '---\na: b: c\n---\nx', ['yaml 2:4-2:5']],
    ['a tab', '---\na:\n\tb: 1\n---\nx', ['yaml 3:1-3:2']],
    ['a list in place of settings', '---\n- a\n---\nx', ['yaml 2:1-3:1']],
    ['an unclosed tag', 'a\n😀 {{topic\nb', ['unclosed-tag 2:4-2:11']],
    ['an unclosed section', 'a\n  {{#s}} b', ['unclosed-section 2:3-2:9']],
    ['a section closed twice', '{{#s}}b{{/s}}{{/s}}', ['unopened-section 1:14-1:20']],
    ['crossed sections', '{{#a}}{{#b}}x{{/a}}{{/b}}', ['crossed-section 1:14-1:20']],
    ['an empty tag', 'x {{ }}', ['invalid-tag 1:3-1:8']],
    ['an expression', 'x {{ a | upper }}', ['invalid-tag 1:3-1:18']],
    ['a bad include', 'x {{> Not A Key }}', ['invalid-include 1:3-1:19']],
    ['inputs that are no list', '---\ninputs: 5\n---\nx', ['invalid-input 2:9-2:10']],
    ['an input without a name', withInputs('  - kind: string\n', 'x'), ['invalid-input 3:5-4:1']],
    [
      'an input of an unknown kind',
      withInputs('  - name: a\n    kind: text\n', '{{a}}'),
      ['invalid-input 4:11-4:15'],
    ],
    [
      'a default of another kind',
      withInputs('  - name: a\n    kind: integer\n    default: x\n', '{{a}}'),
      ['invalid-input 5:14-5:15'],
    ],
    [
      'a default not among the values',
      withInputs('  - name: a\n    default: x\n    enumValues: [y]\n', '{{a}}'),
      ['invalid-input 4:14-4:15'],
    ],
    ['an input declared twice', withInputs(topic + topic, '{{topic}}'), ['duplicate-input 5:11-5:16']],
    ['an input with two words', withInputs('  - name: a b\n', 'x'), ['invalid-input 3:11-3:14']],
    ['an unused input', withInputs(topic, 'x'), ['unused-input 3:11-3:16']],
    ['an unknown input', withInputs(topic, '{{topic}} {{ other.name }}'), ['unknown-input 6:14-6:19']],
  ])('of %s', (_, text, expected) => {
    expect(short(text)).toEqual(expected)
  })

  it('come in the order of the text, all of them', () => {
    const text = withInputs(topic, '{{one}}\n{{two\n{{#three}}\n{{/four}}')
    expect(short(text).map((line) => line.split(' ')[0])).toEqual([
      'unused-input',
      'unknown-input',
      'unclosed-tag',
      'unclosed-section',
      'unknown-input',
      'unopened-section',
    ])
  })

  it('do not judge names where a section may bring its own', () => {
    const items = '  - name: items\n    kind: array\n'
    const order = '  - name: order\n    kind: object\n'
    expect(short(withInputs(items, '{{#items}}{{name}}{{#tags}}{{.}}{{/tags}}{{/items}}'))).toEqual([])
    expect(short(withInputs(order, '{{#order}}{{id}}{{/order}}{{order.id}}'))).toEqual([])
    expect(short(withInputs(items, '{{#items}}{{name}}{{/items}}{{name}}'))).toEqual([
      'unknown-input 6:31-6:35',
    ])
    expect(short(withInputs(items, '{{^items}}{{name}}{{/items}}'))).toEqual(['unknown-input 6:13-6:17'])
    expect(short(withInputs('  - name: on\n    kind: boolean\n', '{{#on}}{{name}}{{/on}}'))).toEqual([
      'unknown-input 6:10-6:14',
    ])
  })

  it('do not call an input unused that an included prompt or a half-written tag may use', () => {
    expect(short(withInputs(topic, '{{> other-prompt}}'))).toEqual([])
    expect(short(withInputs(topic, 'About {{topic'))).toEqual(['unclosed-tag 6:7-6:14'])
  })

  it('count columns in UTF-16 units and lines by LF', () => {
    const [diagnostic] = diagnose('😀\r\n😀{{#a}}')
    expect(diagnostic?.from).toEqual({ line: 2, column: 3, offset: 6 })
  })

  it('say what to do', () => {
    const message = (text: string) => diagnose(text)[0]?.message
    expect(message('{{topic')).toBe(
      'The tag "{{topic" is never closed, so it cannot be filled in. Put }} after it.',
    )
    expect(message(withInputs(topic, '{{topic}}{{topik}}'))).toBe(
      'No input is called "topik". Did you mean "topic"?',
    )
    expect(message(withInputs(topic, '{{topic}}{{x}}'))).toContain('Declare it under inputs')
  })

  it('are gone after their fix', () => {
    expect(diagnose(fixed('About {{topic', 'unclosed-tag'))).toEqual([])
    expect(diagnose(fixed('About {{{topic}}', 'unclosed-tag'))).toEqual([])
    expect(diagnose(fixed('x{{/a}}', 'unopened-section'))).toEqual([])
    expect(diagnose(fixed(withInputs(topic, '{{topic}}{{topik}}'), 'unknown-input'))).toEqual([])
  })

  it.each([
    ['a list', topic],
    ['a list at the margin', '- name: topic\n  kind: string\n'],
    ['a list with a comment after it', `${topic}# the end\n`],
    ['a mapping', '  topic:\n    kind: string\n'],
    ['a mapping of defaults', '  topic: calm\n'],
    ['a list before other settings', `${topic}name: x\n`],
    ['a list with a block of text', '  - name: topic\n    description: |\n      Two\n      lines\n'],
  ])('offer to declare an input in the style of %s', (_, inputs) => {
    expect(diagnose(fixed(withInputs(inputs, '{{topic}} {{audience}}'), 'unknown-input'))).toEqual([])
  })

  it('offer no declaration where there is no line to add', () => {
    expect(diagnose('---\ninputs: []\n---\n{{topic}}')[0]?.fix).toBeUndefined()
  })

  it('never throw, and lie in the text', () => {
    const text = fc
      .array(
        fc.constantFrom(
          '---\n',
          'inputs:\n',
          '  - name: a\n',
          '  kind: b\n',
          '{{',
          '}}',
          '#a',
          '/a',
          'user:\n',
          '\n',
          '😀',
          'a',
          '! ',
          '> ',
          '{',
          '}',
        ),
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (text) => {
        for (const { from, to } of diagnose(text)) {
          expect(to.offset).toBeGreaterThanOrEqual(from.offset)
          expect(to.offset).toBeLessThanOrEqual(text.length)
          const lines = text.slice(0, from.offset).split('\n')
          expect([from.line, from.column]).toEqual([lines.length, (lines.at(-1)?.length ?? 0) + 1])
        }
      }),
      { numRuns: 1000 },
    )
  })
})
