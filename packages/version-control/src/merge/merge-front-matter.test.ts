import { describe, expect, it } from 'vitest'
import { merge } from './merge.ts'
import { mergedText } from './merged-text.ts'

const DOCUMENT = `---
description: Sorts tickets
model:
  id: small
  temperature: 0.2
inputs:
  - name: ticket
    kind: string
    required: true
tags: [a]
---
system:
Sort {{ticket}}.
`
const LAST_INPUT = '    required: true\n'
const both = (ours: [string, string], theirs: [string, string], base = DOCUMENT) =>
  merge(base, base.replace(...ours), base.replace(...theirs))
const textOf = (result: ReturnType<typeof merge>) => (result.clean ? mergedText(result, 'base') : null)

describe('merge of front matter', () => {
  it('MG11: two inputs added in one place are both there, ours first', () => {
    const [tone, language] = ['  - name: tone\n    kind: string\n', '  - name: language\n    kind: string\n']
    expect(textOf(both([LAST_INPUT, LAST_INPUT + tone], [LAST_INPUT, LAST_INPUT + language]))).toBe(
      DOCUMENT.replace(LAST_INPUT, LAST_INPUT + tone + language),
    )
  })

  it.each(['inputs', 'outputs', 'tools'])('MG11: first %s added by both are both there', (list) => {
    expect(
      textOf(
        both(
          ['tags:', `${list}2: 1\n${list}:\n- name: x\ntags:`],
          ['tags:', `${list}:\n- name: y\ntags:`],
          '---\ntags: [a]\n---\nHi\n',
        ),
      ),
    ).toBe(`---\n${list}2: 1\n${list}:\n- name: x\n- name: y\ntags: [a]\n---\nHi\n`)
  })

  it('MG11: inputs written as a mapping merge by name', () => {
    const base = '---\ninputs:\n  tone: calm\n---\nHi\n'
    expect(textOf(both(['calm\n', 'calm\n  a: 1\n'], ['calm\n', 'calm\n  b: 2\n'], base))).toBe(
      '---\ninputs:\n  tone: calm\n  a: 1\n  b: 2\n---\nHi\n',
    )
  })

  it('MG11: different keys changed in neighbouring lines merge', () => {
    const base = '---\ndescription: a\nowner: b\n---\nHi\n'
    expect(textOf(both(['description: a', 'description: x'], ['owner: b', 'owner: y'], base))).toBe(
      '---\ndescription: x\nowner: y\n---\nHi\n',
    )
    expect(textOf(both(['tags: [a]\n', 'tags: [a, b]\n'], ['tags: [a]\n', 'tags: [a]\nowner: me\n']))).toBe(
      DOCUMENT.replace('tags: [a]\n', 'tags: [a, b]\nowner: me\n'),
    )
  })

  it('MG11: different fields of one input merge', () => {
    expect(textOf(both(['kind: string', 'kind: integer'], [LAST_INPUT, '    required: false\n']))).toBe(
      DOCUMENT.replace('kind: string', 'kind: integer').replace(LAST_INPUT, '    required: false\n'),
    )
  })

  it('MG11: a removed input and an added one merge', () => {
    const input = `  - name: ticket\n    kind: string\n${LAST_INPUT}`
    const added = '  - name: tone\n'
    expect(textOf(both([input, added], [input, `${input}  - name: customer\n`]))).toBe(
      DOCUMENT.replace(input, `${added}  - name: customer\n`),
    )
  })

  it('MG11: keys moved by one side and changed by the other merge', () => {
    const base = '---\na: 1\nb: 2\nc: 3\n---\nHi\n'
    expect(textOf(merge(base, '---\nc: 3\na: 1\nb: 2\n---\nHi\n', '---\na: 1\nb: 2\nc: 4\n---\nHi\n'))).toBe(
      '---\nc: 4\na: 1\nb: 2\n---\nHi\n',
    )
  })

  it('MG11: comments above a key, blank lines and odd spacing stay as they are', () => {
    const base = '---\n# about\n\na:   1\n# the second\nb: "2"   # two\n\n---\nHi\n'
    expect(textOf(both(['b: "2"', 'b: "3"'], ['# two\n', '# two\nc: 4\n'], base))).toBe(
      '---\n# about\n\na:   1\n# the second\nb: "3"   # two\nc: 4\n\n---\nHi\n',
    )
  })

  it('MG11: one key changed differently is a conflict of that key alone', () => {
    expect(both(['Sorts tickets', 'Ranks tickets'], ['Sorts tickets', 'Orders tickets']).regions).toEqual([
      { kind: 'merged', text: '---\n' },
      {
        kind: 'conflict',
        base: 'description: Sorts tickets\n',
        ours: 'description: Ranks tickets\n',
        theirs: 'description: Orders tickets\n',
      },
      { kind: 'merged', text: DOCUMENT.slice(DOCUMENT.indexOf('model:')) },
    ])
  })

  it('MG11: a key removed by one side and changed by the other is a conflict', () => {
    const { regions } = both(['tags: [a]\n', ''], ['[a]', '[b]'])
    expect(regions[1]).toEqual({ kind: 'conflict', base: 'tags: [a]\n', ours: '', theirs: 'tags: [b]\n' })
  })

  it('MG11: one input added by both, differently, is a conflict and not there twice', () => {
    const added = (kind: string): [string, string] => [
      LAST_INPUT,
      `${LAST_INPUT}  - name: tone\n    kind: ${kind}\n`,
    ]
    const { clean, regions } = both(added('string'), added('integer'))
    expect(clean).toBe(false)
    expect(regions.find(({ kind }) => kind === 'conflict')).toEqual({
      kind: 'conflict',
      base: '',
      ours: '    kind: string\n',
      theirs: '    kind: integer\n',
    })
  })

  it('MG11: the body still merges by words', () => {
    const base = DOCUMENT.replace('Sort {{ticket}}.', 'Sort {{ticket}} by its date and then by urgency.')
    const ours = base.replace('tags: [a]', 'tags: [b]').replace('date', 'day')
    const theirs = base.replace('tags: [a]\n', 'tags: [a]\nowner: me\n').replace('urgency', 'size')
    expect(textOf(merge(base, ours, theirs))).toBe(
      base.replace('tags: [a]\n', 'tags: [b]\nowner: me\n').replace('date', 'day').replace('urgency', 'size'),
    )
  })

  it.each([
    ['broken YAML', '---\na: [1\nb: 2\n---\nHi\n'],
    ['a flow mapping', '---\n{a: 1,\nb: 2}\n---\nHi\n'],
    ['a key that stands twice', '---\na: 1\nb: 2\na: 3\n---\nHi\n'],
  ])('MG11: %s is merged by lines and words', (_, base) => {
    expect(textOf(both(['1', '7'], ['2', '8'], base))).toBe(base.replace('1', '7').replace('2', '8'))
    expect(both(['1', '7'], ['1', '8'], base).clean).toBe(false)
  })

  it('MG11: lists indented differently are not put together', () => {
    const base = '---\ntags: [a]\n---\nHi\n'
    expect(
      both(['tags', 'inputs:\n- name: x\ntags'], ['tags', 'inputs:\n    - name: y\ntags'], base).clean,
    ).toBe(false)
  })

  it('MG11: a setting may turn it off', () => {
    const [ours, theirs] = ['x', 'y'].map((name) =>
      DOCUMENT.replace(LAST_INPUT, `${LAST_INPUT}  - name: ${name}\n`),
    )
    expect(merge(DOCUMENT, ours ?? '', theirs ?? '', { prose: false }).clean).toBe(false)
  })

  it('MG11: keys that are special elsewhere are keys', () => {
    const base = '---\n__proto__: 1\nconstructor: 2\n---\nHi\n'
    expect(textOf(both([': 1', ': 3'], [': 2', ': 4'], base))).toBe(
      '---\n__proto__: 3\nconstructor: 4\n---\nHi\n',
    )
  })
})
