import { describe, expect, it } from 'vitest'
import { compareContracts, describeContractChange } from './compare-contracts.ts'
import { contractOf } from './contract.ts'
import { includesOf } from './includes-of.ts'
import { proposeChangeType } from './propose-change-type.ts'

const doc = (settings: string, body = 'Explain.\n') => `---\n${settings}\n---\n${body}`
const inputs = (...specs: string[]) => doc(`inputs:\n${specs.map((spec) => `  - {${spec}}`).join('\n')}`)

const changes = (before: string, after: string) =>
  compareContracts(contractOf(before), contractOf(after)).map(
    (change) => `${describeContractChange(change)}${change.breaking ? ' (breaking)' : ''}`,
  )

describe('contracts', () => {
  it('are the declared inputs; one with a default need not be given', () => {
    const contract = contractOf(
      inputs('name: a, required: true', 'name: b, kind: float, required: true, default: 1', 'name: c'),
    )
    expect([...contract.inputs]).toEqual([
      ['a', { kind: 'string', required: true, enumValues: null }],
      ['b', { kind: 'float', required: false, enumValues: null }],
      ['c', { kind: 'string', required: false, enumValues: null }],
    ])
  })

  it('are the names used, all optional, where nothing is declared', () => {
    const contract = contractOf('{{a.b}} {{#list}}{{field}}{{/list}} {{{c}}} {{a}} {{! d }} {{> e}}')
    expect([...contract.inputs.keys()]).toEqual(['a', 'list', 'c'])
    expect([...contract.inputs.values()].every(({ kind, required }) => kind === 'any' && !required)).toBe(
      true,
    )
  })

  it.each<[string, string, string, string[]]>([
    ['nothing', inputs('name: a'), inputs('name: a, description: more'), []],
    [
      'an optional input',
      inputs('name: a'),
      inputs('name: a', 'name: tone'),
      ['input `tone` added, optional'],
    ],
    [
      'a required input',
      inputs('name: a'),
      inputs('name: a', 'name: tone, required: true'),
      ['input `tone` added, required (breaking)'],
    ],
    ['a removal', inputs('name: a', 'name: b'), inputs('name: b'), ['input `a` removed (breaking)']],
    [
      'a rename',
      inputs('name: a'),
      inputs('name: b'),
      ['input `a` removed (breaking)', 'input `b` added, optional'],
    ],
    [
      'made required',
      inputs('name: a'),
      inputs('name: a, required: true'),
      ['input `a` made required (breaking)'],
    ],
    [
      'a default taken away',
      inputs('name: a, required: true, default: x'),
      inputs('name: a, required: true'),
      ['input `a` made required (breaking)'],
    ],
    ['made optional', inputs('name: a, required: true'), inputs('name: a'), ['input `a` made optional']],
    [
      'another kind',
      inputs('name: a'),
      inputs('name: a, kind: array'),
      ['input `a` changed from string to array (breaking)'],
    ],
    [
      'a wider kind',
      inputs('name: a, kind: integer'),
      inputs('name: a, kind: float'),
      ['input `a` changed from integer to float'],
    ],
    [
      'fewer values',
      inputs('name: a, enumValues: [x, y]'),
      inputs('name: a, enumValues: [x]'),
      ['input `a` allows fewer values (breaking)'],
    ],
    [
      'limited values',
      inputs('name: a'),
      inputs('name: a, enumValues: [x]'),
      ['input `a` allows fewer values (breaking)'],
    ],
    [
      'more values',
      inputs('name: a, enumValues: [x]'),
      inputs('name: a, enumValues: [y, x]'),
      ['input `a` allows more values'],
    ],
    [
      'values in another order',
      inputs('name: a, enumValues: [x, y]'),
      inputs('name: a, enumValues: [y, x]'),
      [],
    ],
    ['a name used before, declared now', '{{a}}', inputs('name: a'), []],
    ['a name no longer used, never declared', '{{a}} {{b}}', '{{a}}', ['input `b` removed (breaking)']],
  ])('compared: %s', (_, before, after, expected) => {
    expect(changes(before, after)).toEqual(expected)
  })
})

describe('proposed change types', () => {
  it.each<[string, string | null, string, string]>([
    ['the first version', null, 'Hi', 'feature'],
    ['an input removed', inputs('name: a'), inputs(), 'breaking'],
    ['an input made required', inputs('name: a'), inputs('name: a, required: true'), 'breaking'],
    ['a required input added', inputs('name: a'), inputs('name: a', 'name: b, required: true'), 'breaking'],
    ['an optional input added', inputs('name: a'), inputs('name: a', 'name: b'), 'feature'],
    ['the text', doc('name: x'), doc('name: x', 'Explain well.\n'), 'fix'],
    ['the model', doc('model: a'), doc('model: b'), 'fix'],
    ['a default', inputs('name: a, default: x'), inputs('name: a, default: y'), 'fix'],
    ['a setting nobody knows', doc('name: x'), doc('name: x\nother: 1'), 'fix'],
    ['the description', doc('description: x'), doc('description: y'), 'docs'],
    ['front matter of metadata only', 'Explain.\n', doc('description: y\ntags: [a]'), 'docs'],
    [
      'an input’s description and example',
      inputs('name: a'),
      inputs('name: a, description: x, example: y'),
      'docs',
    ],
    [
      'a YAML comment, another order and style',
      doc('model: a\ntools: []'),
      doc('# why\ntools:\n  []\nmodel: "a"'),
      'docs',
    ],
    ['a comment in a line', 'Explain.\n', 'Explain{{! why }}.\n', 'docs'],
    ['a comment on a line of its own', 'Explain.\nMore.\n', 'Explain.\n  {{! why\n not }}\nMore.\n', 'docs'],
    ['a comment at the end', 'Explain.\n', 'Explain.\n{{! why }}', 'docs'],
    ['a comment and the text', 'Explain.\n', 'Explain it. {{! why }}\n', 'fix'],
    ['an output added', doc('outputs: {a: x}'), doc('outputs: {a: x, b: y}'), 'feature'],
    ['an output removed', doc('outputs: {a: x, b: y}'), doc('outputs: {a: x}'), 'fix'],
    ['a tool added', doc('name: x'), doc('tools: [{name: search, kind: function}]'), 'feature'],
    ['an include', 'Explain. {{> a}}', 'Explain. {{> a@1.0.0}}', 'fix'],
    ['broken front matter', doc('a: 1'), doc('a: [1'), 'fix'],
    ['nothing', 'Explain.', 'Explain.', 'docs'],
  ])('%s: %s', (_, before, after, changeType) => {
    const proposal = proposeChangeType(before, after)
    expect(proposal.changeType).toBe(changeType)
    expect(proposal.reasons.length).toBeGreaterThan(0)
  })

  it('give the breaking changes as reasons', () => {
    expect(proposeChangeType(inputs('name: a'), inputs('name: b')).reasons).toEqual(['input `a` removed'])
  })

  it('name outputs, tools and includes that changed', () => {
    const before = doc('outputs: {a: x, b: y}\ntools: {t: {kind: function}}', 'Explain. {{> old-rules}}')
    const after = doc('outputs: {a: 1}\ntools: {t: {kind: mcp}}', 'Explain. {{> new-rules@2.0.0}}')
    expect(proposeChangeType(before, after).reasons).toEqual([
      'output `b` removed',
      'output `a` changed from string to integer',
      'tool `t` changed from function to mcp',
      'include `new-rules@2.0.0` added',
      'include `old-rules` removed',
    ])
  })
})

describe('includes', () => {
  it('are partials with a key and perhaps a version', () => {
    const text =
      'a {{> guardrails-content-basic}} {{>tasks-general-x@1.2.0-rc.1 }} {{> x@v3}} {{> Not a key}} {{! {{> no}}'
    expect(
      includesOf(text).map(({ key, version, range }) => [key, version, text.slice(range.from, range.to)]),
    ).toEqual([
      ['guardrails-content-basic', null, '{{> guardrails-content-basic}}'],
      ['tasks-general-x', '1.2.0-rc.1', '{{>tasks-general-x@1.2.0-rc.1 }}'],
      ['x', 'v3', '{{> x@v3}}'],
    ])
  })
})
