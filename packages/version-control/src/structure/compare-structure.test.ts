import { proposeChangeType } from '@incipit/document'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareStructure } from './compare-structure.ts'

const doc = (settings: string, body = 'Explain.\n') => `---\n${settings}\n---\n${body}`
const phrases = (before: string, after: string) =>
  compareStructure(before, after).map(
    ({ description, breaking }) => `${description}${breaking ? ' (breaking)' : ''}`,
  )

/** Documents made of few parts, so that two of them have much in common. */
const member = (name: string) =>
  fc.constantFrom(
    `  - name: ${name}`,
    `  - name: ${name}\n    kind: integer`,
    `  - {name: ${name}, required: true}`,
    `  - {name: ${name}, description: Some words, default: calm}`,
  )
const list = (key: string, names: readonly string[]) =>
  fc
    .uniqueArray(fc.constantFrom(...names), { maxLength: 3 })
    .chain((chosen) => fc.tuple(...chosen.map(member)))
    .map((members) => (members.length > 0 ? `${key}:\n${members.join('\n')}\n` : ''))
const settings = fc
  .tuple(
    list('inputs', ['tone', 'topic', 'length']),
    list('outputs', ['label', 'score']),
    list('tools', ['search', 'mail']),
    fc.constantFrom(
      '',
      'model: small\n',
      'model: {id: big, options: {temperature: 0.2}}\n',
      'model: {options: {}}\n',
    ),
    fc.constantFrom('', 'description: One\n', 'description: Two\ntags: [a, b]\n', '7: seven\n'),
  )
  .map((parts) => `---\n${parts.join('')}---\n`)
const body = fc
  .array(
    fc.constantFrom(
      ...['system:\n', 'user:\n', 'assistant:\n', 'Sort {{topic}} in a {{tone}} tone.\n', 'Be brief.\n'],
      ...['{{> safety-rules}}\n', '{{> safety-rules@1.0.0}}\n', '{{! remember }}\n', 'Yes.\n', '\n'],
    ),
    { maxLength: 12 },
  )
  .map((lines) => lines.join(''))
const document = fc.tuple(settings, body).map((parts) => parts.join(''))

describe('the structural difference', () => {
  it('ST1: equal texts have none', () => {
    fc.assert(
      fc.property(fc.oneof(document, fc.string()), (text) => {
        expect(compareStructure(text, text)).toEqual([])
      }),
    )
  })

  it('ST1: neither order of keys nor ways of writing count', () => {
    const before = doc(
      'model: {id: a, options: {x: 1, y: [1, 2]}}\ninputs:\n  - name: tone\n    default: calm\nb: "1"\nc: {x: {y: 2, z: 3}, w: 1}',
    )
    const after = doc(
      "# words\nc: {w: 1, x: {z: 3, y: 2}}\nb: '1'\ninputs: {tone: calm}\nmodel:\n  options:\n    y:\n      - 1\n      - 2\n    x: 1.0\n  id: a",
    )
    expect(phrases(before, after)).toEqual([])
    expect(phrases(doc('b: 1'), doc('b: "1"'))).toEqual(['`b` changed from 1 to `1`'])
  })

  it('ST2: takes any two texts', () => {
    const text = fc.oneof(
      document,
      fc.string({ unit: 'grapheme' }),
      fc.tuple(document, fc.nat(), fc.string()).map(([text, at, insert]) => {
        const offset = at % (text.length + 1)
        return text.slice(0, offset) + insert + text.slice(offset)
      }),
      fc.constantFrom(
        ...[
          '---\na: [\n---\n',
          '---\na: &x [*x]\n---\n',
          '---\n- list\n---\n',
          '---\n',
          '---\n---\n',
          '---\n1\n---\n',
        ],
        ...[
          '---\ninputs: 3\noutputs: [1, [2], {name: 3}]\ntools: {a: }\nmodel: [1]\n? {a: b}\n: .nan\n---\n',
        ],
      ),
    )
    fc.assert(
      fc.property(text, text, (before, after) => {
        for (const { name, description } of compareStructure(before, after)) {
          expect([typeof name, description.length > 0]).toEqual(['string', true])
        }
      }),
      { numRuns: 300 },
    )
  })

  it('ST3: what came one way went the other way', () => {
    const fixed = (before: string, after: string, kind: 'added' | 'removed') =>
      compareStructure(before, after)
        .filter((change) => change.kind === kind && change.part !== 'message')
        .map(({ part, name }) => `${part} ${name}`)
        .sort()
    fc.assert(
      fc.property(document, document, (before, after) => {
        expect(fixed(before, after, 'added')).toEqual(fixed(after, before, 'removed'))
      }),
      { numRuns: 200 },
    )
  })

  it('ST4: breaks callers exactly where the contracts say so', () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        const breaking = compareStructure(before, after).some((change) => change.breaking)
        expect(breaking).toBe(proposeChangeType(before, after).changeType === 'breaking')
      }),
      { numRuns: 200 },
    )
  })

  it('ST4: where it finds nothing, nothing changed but comments and blanks', () => {
    const bare = (text: string) => text.replace(/\s+/g, '')
    fc.assert(
      fc.property(settings, settings, body, (before, after, body) => {
        if (compareStructure(before + body, after + body).length > 0) return
        expect(proposeChangeType(before + body, after + body).changeType).toBe('docs')
      }),
      { numRuns: 200 },
    )
    fc.assert(
      fc.property(settings, body, body, (settings, before, after) => {
        if (compareStructure(settings + before, settings + after).length > 0) return
        expect(bare(before)).toBe(bare(after))
      }),
      { numRuns: 200 },
    )
  })

  it.each<[string, string, string, string[]]>([
    [
      'an optional input',
      doc('inputs:\n  - name: a'),
      doc('inputs:\n  - name: a\n  - name: tone'),
      ['input `tone` added, optional'],
    ],
    [
      'a required input',
      doc('inputs: []'),
      doc('inputs: [{name: tone, required: true}]'),
      ['input `tone` added, required (breaking)'],
    ],
    [
      'several things about one input',
      doc('inputs: [{name: tone, description: How, default: calm}]'),
      doc('inputs: [{name: tone, kind: integer, required: true, description: Which}]'),
      [
        'input `tone` changed from string to integer (breaking)',
        'input `tone` made required (breaking)',
        'input `tone` changed: description, default',
      ],
    ],
    [
      'an input that was only used',
      '{{tone}}',
      doc('inputs:\n  - name: tone', '{{tone}}'),
      ['input `tone` declared'],
    ],
  ])('ST5: tells of %s', (_, before, after, expected) => {
    expect(phrases(before, after)).toEqual(expected)
  })

  it.each<[string, string, string, string[]]>([
    [
      'outputs',
      doc('outputs: [{name: label}, {name: score}]'),
      doc('outputs: [{name: label, kind: string}, {name: why}]'),
      ['output `score` removed', 'output `label` changed: kind', 'output `why` added'],
    ],
    [
      'tools',
      doc('tools: {search: {kind: function}}'),
      doc('tools: {search: {kind: function, strict: true}}'),
      ['tool `search` changed: strict'],
    ],
    [
      'a list without names',
      doc('tools: [{kind: a}, {kind: b}]'),
      doc('tools: [{kind: a}, {kind: c}]'),
      ['tool `2` changed: kind'],
    ],
    ['a list that is none', doc('tools: 3'), doc('tools: 4'), ['`tools` changed from 3 to 4']],
  ])('ST6: tells of %s', (_, before, after, expected) => {
    expect(phrases(before, after)).toEqual(expected)
  })

  it.each<[string, string, string, string[]]>([
    ['another model', doc('model: small'), doc('model: big'), ['model changed from `small` to `big`']],
    [
      'its settings',
      doc('model: {id: a, options: {t: 0.7, k: 1}}'),
      doc('model: {id: a, options: {t: 0.2, p: 1}}'),
      [
        'model setting `options.t` changed from 0.7 to 0.2',
        'model setting `options.k` removed',
        'model setting `options.p` added',
      ],
    ],
    ['a first model', doc(''), doc('model: small'), ['model `small` added']],
    ['no model any more', doc('model: {provider: x}'), doc(''), ['model removed']],
    [
      'other keys',
      doc('name: A\ntags: [a]\nold: 1'),
      doc('name: B\ntags: [b]\nnew: 1'),
      ['`name` changed from `A` to `B`', '`tags` changed', '`old` removed', '`new` added'],
    ],
    ['a first front matter', 'Explain.\n', doc('name: A'), ['`name` added']],
    ['a long value', doc('name: A'), doc(`name: ${'long '.repeat(20)}`), ['`name` changed']],
    [
      'a front matter that cannot be read',
      doc('name: A'),
      doc('name: ['),
      ['front matter changed, but cannot be read as settings'],
    ],
  ])('ST7: tells of %s', (_, before, after, expected) => {
    expect(phrases(before, after)).toEqual(expected)
  })

  it.each<[string, string, string, string[]]>([
    [
      'an added message',
      'user:\nHi\n',
      'system:\nBe kind.\nuser:\nHi\n',
      ['message `system 1` added, 1 line'],
    ],
    [
      'a removed message',
      'user:\nOne\nassistant:\nYes\nuser:\nTwo\n',
      'user:\nOne\nassistant:\nYes\n',
      ['message `user 2` removed'],
    ],
    [
      'a changed message',
      'system:\nBe kind.\nuser:\nHi\n',
      'system:\nBe kind.\nBe brief.\nuser:\nHi\n',
      ['message `system 1` changed, 1 line added, 0 removed'],
    ],
    [
      'a rewritten message',
      'system:\nBe kind.\nuser:\nHi\n',
      'system:\nAnswer shortly.\nuser:\nHi\n',
      ['message `system 1` changed, 1 line added, 1 removed'],
    ],
    [
      'a moved message',
      'system:\nA\nuser:\nB\nassistant:\nC\n',
      'assistant:\nC\nsystem:\nA\nuser:\nB\n',
      ['message `assistant 1` moved from place 3 to place 1'],
    ],
    [
      'roles for a text',
      'Sort the tickets by urgency.\n',
      'system:\nSort the tickets by urgency.\n',
      ['message `system 1` changed, was `text`'],
    ],
    [
      'another role',
      'user:\nSort all the tickets.\n',
      'developer:\nSort all of the tickets.\n',
      ['message `developer 1` changed, was `user 1`, 1 line added, 1 removed'],
    ],
    [
      'an example put in front of others, one of which changed',
      'user:\nAn apple?\nassistant:\nRed fruit.\nuser:\nA plum?\nassistant:\nBlue fruit.\n',
      'user:\nA pea?\nassistant:\nGreen seed.\nuser:\nAn apple?\nassistant:\nRed or green fruit.\nuser:\nA plum?\nassistant:\nBlue fruit.\n',
      [
        'message `user 1` added, 1 line',
        'message `assistant 1` added, 1 line',
        'message `assistant 2` changed, 1 line added, 1 removed',
      ],
    ],
  ])('ST8: tells of %s', (_, before, after, expected) => {
    expect(phrases(before, after)).toEqual(expected)
  })

  it('ST8: names messages by role and number, and says which part they are', () => {
    expect(compareStructure('user:\nOne\n', 'user:\nOne\nuser:\nTwo\n')).toEqual([
      {
        part: 'message',
        kind: 'added',
        name: 'user 2',
        description: 'message `user 2` added, 1 line',
        breaking: false,
      },
    ])
  })

  it('ST8: every message after is accounted for once', () => {
    fc.assert(
      fc.property(body, body, (before, after) => {
        const changes = compareStructure(before, after).filter(({ part }) => part === 'message')
        const after1 = changes.filter(({ kind }) => kind !== 'removed').map(({ name }) => name)
        const removed = changes.filter(({ kind }) => kind === 'removed').map(({ name }) => name)
        expect([new Set(after1).size, new Set(removed).size]).toEqual([after1.length, removed.length])
      }),
    )
  })

  it('ST9: tells of includes and their versions', () => {
    const before = '{{> a}} {{> b@1.0.0}} {{> c}} {{> c}}'
    const after = '{{> b@1.1.0}} {{> c}} {{> d@v2}} {{> e}}{{> e@v1}}'
    expect(phrases(before, after).slice(1)).toEqual([
      'include `a` removed',
      'include `b` changed from version 1.0.0 to version 1.1.0',
      'include `d` added, version v2',
      'include `e` added, versions current, v1',
    ])
  })

  it('ST10: many messages take no longer than long ones', () => {
    const messages = (word: string) =>
      Array.from({ length: 5000 }, (_, n) => `user:\n${word} ${n}\n`).join('')
    expect(compareStructure(messages('one'), messages('two'))).toHaveLength(5000)
    const long = (word: string) => `system:\n${`${word} `.repeat(100_000)}`
    expect(compareStructure(long('one'), long('two'))).toHaveLength(1)
  })
})
