import { describe, expect, it } from 'vitest'
import { parseDocument } from './parse-document.ts'

const read = (yaml: string) => parseDocument(`---\n${yaml}\n---\nText\n`)
/** Codes with the text they point at. */
const problems = (yaml: string) => {
  const { problems, text } = read(yaml)
  return problems.map(({ code, range }) => `${code}: ${text.slice(range.from, range.to)}`)
}
const messages = (yaml: string) => read(yaml).problems.map(({ message }) => message)

describe('the model', () => {
  it('is an id, or an id with provider and parameters', () => {
    expect(read('model: gpt-5').modelSpec).toEqual({ id: 'gpt-5', provider: null, parameters: new Map() })
    const { model, modelSpec } = read(
      'model:\n  id: gpt-5\n  provider: openai\n  options:\n    temperature: 0.2\n    maxOutputTokens: 500\n    own: [1]',
    )
    expect(model).toBe('gpt-5')
    expect(modelSpec?.provider).toBe('openai')
    expect([...(modelSpec?.parameters ?? [])]).toEqual([
      ['temperature', 0.2],
      ['maxOutputTokens', 500],
      ['own', [1]],
    ])
    expect(read('model: {parameters: {stop: [x]}}').modelSpec?.parameters).toEqual(new Map([['stop', ['x']]]))
    expect(read('name: x').modelSpec).toBeNull()
    expect(read('model:').modelSpec).toBeNull()
  })

  it.each([
    ['model: 5', ['invalid-model: 5']],
    ['model: {id: [a]}', ['invalid-model: [a]']],
    ['model: {id: a, provider: 1}', ['invalid-model: 1']],
    ['model: {id: a, options: 3}', ['invalid-model: 3']],
    ['model: {options: {temperature: hot}}', ['invalid-model: hot']],
    ['model: {options: {temperature: 3}}', ['invalid-model: 3']],
    ['model: {options: {maxOutputTokens: 0}}', ['invalid-model: 0']],
    ['model: {options: {topP: 1.5, seed: 1.5}}', ['invalid-model: 1.5', 'invalid-model: 1.5']],
    ['model: {options: {stopSequences: [1]}}', ['invalid-model: [1]']],
    ['model: {options: {allowMultipleToolCalls: maybe}}', ['invalid-model: maybe']],
    ['model: {options: {temperature: 1, topP: 0, seed: -4, stop: x, anything: {a: 1}, topK: null}}', []],
    ['model: {id: a, connection: {kind: key}, apiType: chat}', []],
  ])('%s', (yaml, expected) => {
    expect(problems(yaml)).toEqual(expected)
  })

  it('says what a parameter takes', () => {
    expect(messages('model: {options: {topP: 2}}')).toEqual([
      'topP must be a number from 0 to 1. Change it, or leave it out.',
    ])
  })
})

describe('outputs', () => {
  it('are written as inputs are', () => {
    const { outputs, inputsDeclared } = read('outputs:\n  - name: score\n    kind: float\n    required: true')
    expect(outputs).toMatchObject([{ name: 'score', kind: 'float', required: true }])
    expect(inputsDeclared).toBe(false)
    expect(read('outputs: {label: {enumValues: [a, b]}}').outputs).toMatchObject([
      { name: 'label', enumValues: ['a', 'b'] },
    ])
  })

  it.each([
    ['outputs: 5', ['invalid-output: 5']],
    ['outputs: [{kind: string}]', ['invalid-output: {kind: string}']],
    ['outputs: [{name: a}, {name: a}]', ['duplicate-output: a']],
    ['outputs: [{name: a, kind: text}]', ['invalid-output: text']],
    ['outputs: [{name: a, required: yes please}]', ['invalid-output: yes please']],
  ])('%s', (yaml, expected) => {
    expect(problems(yaml)).toEqual(expected)
  })

  it('are called outputs in messages', () => {
    expect(messages('outputs: [5]')).toEqual(['An output needs at least a name. Write "- name: …".'])
  })
})

describe('tools', () => {
  it('are functions with parameters, or of other kinds', () => {
    const { tools } = read(
      [
        'tools:',
        '  - name: search',
        '    kind: function',
        '    description: Finds articles',
        '    strict: true',
        '    parameters:',
        '      query: { kind: string, required: true }',
        '  - name: files',
        '    kind: mcp',
        '    serverName: files',
      ].join('\n'),
    )
    expect(tools).toMatchObject([
      {
        name: 'search',
        kind: 'function',
        description: 'Finds articles',
        parameters: [{ name: 'query', required: true }],
      },
      { name: 'files', kind: 'mcp', description: null, parameters: [] },
    ])
    expect(read('tools: {search: {kind: custom-kind}}').tools).toMatchObject([{ kind: 'custom-kind' }])
  })

  it('may say their parameters as a JSON Schema', () => {
    const yaml = 'tools: {t: {kind: function, parameters: {type: object, properties: {a: {type: string}}}}}'
    expect(problems(yaml)).toEqual([])
    expect(read(yaml).tools).toMatchObject([{ parameters: [] }])
  })

  it.each([
    ['tools: search', ['invalid-tool: search']],
    ['tools: [search]', ['invalid-tool: search']],
    ['tools: {search: yes}', ['invalid-tool: yes']],
    ['tools: [{name: search}]', ['invalid-tool: search']],
    ['tools: [{name: two words, kind: mcp}]', ['invalid-tool: two words']],
    ['tools: [{name: a, kind: mcp}, {name: a, kind: mcp}]', ['duplicate-tool: a']],
    ['tools: [{name: a, kind: function, parameters: {b: {kind: text}}}]', ['invalid-tool: text']],
  ])('%s', (yaml, expected) => {
    expect(problems(yaml)).toEqual(expected)
  })
})

describe('the template language', () => {
  it('is Mustache unless something else is written', () => {
    expect(read('name: x').templateLanguage).toBe('mustache')
    expect(read('template: {format: {kind: mustache}}').templateLanguage).toBe('mustache')
    expect(read('template: {format: {kind: jinja2}}')).toMatchObject({
      templateLanguage: 'jinja2',
      problems: [{ code: 'other-template', severity: 'warning' }],
    })
    expect(read('template: jinja2').templateLanguage).toBe('jinja2')
    expect(problems('template: {format: [1]}')).toEqual(['other-template: [1]'])
  })
})

it('settings that nobody knows are kept without a word', () => {
  expect(problems('metadata: {a: 1}\nx-own: [1, 2]\nauthors: [me]\nsample: {topic: tea}')).toEqual([])
})
