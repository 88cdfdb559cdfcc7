import { describe, expect, it } from 'vitest'
import { contractOf } from './contract.ts'
import { type DiagnoseContext, diagnose, type IncludedPrompt } from './index.ts'

const style = contractOf(
  '---\ninputs:\n  - {name: tone, required: true}\n  - {name: length, kind: integer}\n---\n{{tone}}',
)
const prompts: Record<string, IncludedPrompt> = {
  'tasks-general-style': { kind: 'found', contract: style },
  'tasks-general-loop': {
    kind: 'cycle',
    path: ['tasks-general-me', 'tasks-general-loop', 'tasks-general-me'],
  },
}
const keys = Object.keys(prompts)
const includes: DiagnoseContext['includes'] = (key, version) =>
  version === '9.9.9' ? { kind: 'missing' } : (prompts[key] ?? { kind: 'missing' })
const told = (text: string, context: DiagnoseContext = { includes, keys }) =>
  diagnose(text, context).map(({ code, severity, message }) => `${severity} ${code}: ${message}`)
const fixed = (text: string, context: DiagnoseContext = { includes, keys }) => {
  const [edit] = diagnose(text, context)[0]?.fix?.edits ?? []
  return edit && text.slice(0, edit.offset) + edit.insert + text.slice(edit.offset + edit.deleteCount)
}

describe('in context', () => {
  it('an unknown include is an error, with the key that was probably meant', () => {
    expect(told('x {{> tasks-general-stile@1.0.0}}')).toEqual([
      'error unknown-include: No prompt has the key tasks-general-stile. Did you mean tasks-general-style?',
    ])
    expect(fixed('x {{> tasks-general-stile@1.0.0}}')).toBe('x {{> tasks-general-style@1.0.0}}')
    expect(told('x {{> other}}')).toEqual([
      'error unknown-include: No prompt has the key other. Create it, correct the key, or remove the tag.',
    ])
    expect(fixed('x {{> other}}')).toBeUndefined()
  })

  it('an unknown version is told from an unknown key', () => {
    const text = '{{#tone}}{{> tasks-general-style@9.9.9 }}{{/tone}}'
    expect(told(text)).toEqual([
      'error unknown-include: The prompt tasks-general-style has no version 9.9.9. Choose one that it has, or pin none.',
    ])
    expect(fixed(text)).toBe('{{#tone}}{{> tasks-general-style }}{{/tone}}')
  })

  it('a circle of includes is an error that names the way', () => {
    expect(told('x {{> tasks-general-loop}}')).toEqual([
      'error include-cycle: The prompts include each other in a circle: tasks-general-me → tasks-general-loop → tasks-general-me. Remove one of these includes.',
    ])
  })

  it('an input that an included prompt requires must be declared', () => {
    const text = '---\ninputs:\n  - name: topic\n---\n{{topic}}{{> tasks-general-style}}'
    expect(told(text)).toEqual([
      'error undeclared-include-input: The included prompt tasks-general-style requires the input "tone", which this one does not declare. Declare it under inputs.',
    ])
    expect(fixed(text)).toBe(text.replace('topic\n', 'topic\n  - name: tone\n    kind: string\n'))
    expect(told(fixed(text) ?? '')).toEqual([])
    expect(told('{{> tasks-general-style}}')).toMatchObject([expect.stringMatching(/^warning undeclared/)])
  })

  it('an input that a section around the include may bring need not be declared', () => {
    const text =
      '---\ninputs:\n  - {name: items, kind: array}\n---\n{{#items}}{{> tasks-general-style}}{{/items}}'
    expect(told(text)).toEqual([])
  })

  it('what is not known yet is not told', () => {
    expect(told('{{> anything}}', { includes: () => null })).toEqual([])
    expect(told('{{> anything}}', {})).toEqual([])
    expect(told('x', { tokenLimit: 0 })).toEqual([])
  })

  it('a prompt over the token limit is a warning, which says when it is estimated', () => {
    const countTokens = (exact: boolean) => (text: string) => ({ tokens: text.length, exact })
    const text = `---\ndescription: ${'x'.repeat(100)}\n---\n${'y'.repeat(1001)}\nz`
    expect(told(text, { tokenLimit: 1003, countTokens: countTokens(true) })).toEqual([])
    expect(told(text, { tokenLimit: 1000, countTokens: countTokens(true) })).toEqual([
      'warning over-token-limit: The prompt has 1,003 tokens, and at most 1,000 are allowed. Shorten it, or move parts of it into inputs.',
    ])
    expect(told(text, { tokenLimit: 1, countTokens: countTokens(false) })[0]).toContain('about 1,003')
    expect(diagnose(text, { tokenLimit: 1, countTokens: countTokens(true) })[0]).toMatchObject({
      from: { line: 4, column: 1 },
      to: { line: 4, column: 1002 },
    })
  })

  it('of thousands of unknown includes only the first are compared with every key', () => {
    const many = Array.from({ length: 10_000 }, (_, n) => `tasks-general-${n}`)
    let read = 0
    const counted = new Proxy(many, {
      get(keys, property) {
        if (typeof property === 'string' && /^\d+$/.test(property)) read += 1
        return Reflect.get(keys, property)
      },
    })
    const text = Array.from({ length: 5000 }, (_, n) => `{{> tasks-generl-${n}}}`).join('\n')
    const problems = diagnose(text, { includes, keys: counted })
    expect(problems).toHaveLength(5000)
    expect(problems.filter(({ fix }) => fix)).toEqual(problems.slice(0, 10))
    expect(read).toBe(10 * many.length)
  })
})
