import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { metadataYaml, type PromptMetadata } from './metadata-yaml.ts'

const example: PromptMetadata = {
  key: 'agents-support-triage',
  name: 'yes',
  description: 'Sorts: tickets\n# by urgency',
  category: 'agents',
  subcategory: 'support',
  status: 'draft',
  version: '1.0',
  owner: '',
  author: 'Ada',
  tags: ['support', '1e3'],
  model: null,
  tokenCount: 120,
  dependencies: [],
  created: new Date('2026-01-02T03:04:05.678Z'),
  modified: new Date('2026-02-02T03:04:05.678Z'),
  modifiedBy: 'Ada',
  stale: false,
  quality: { score: 0.9, failed: ['owned'] },
  custom: [
    ['risk', 'low'],
    ['reviewed', true],
  ],
}

describe('metadata as YAML', () => {
  it('stands in a fixed order, with what people wrote as text', () => {
    expect(metadataYaml(example)).toBe(`key: agents-support-triage
name: "yes"
description: |-
  Sorts: tickets
  # by urgency
category: agents
subcategory: support
status: draft
version: "1.0"
owner: ""
author: Ada
tags:
  - support
  - "1e3"
model: null
tokenCount: 120
dependencies: []
created: "2026-01-02T03:04:05.678Z"
modified: "2026-02-02T03:04:05.678Z"
modifiedBy: Ada
stale: false
quality:
  score: 0.9
  failed:
    - owned
custom:
  risk: low
  reviewed: true
`)
  })

  it('gives back what went in, whatever the texts are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({
        unit: fc.constantFrom(
          'a',
          ' ',
          '\n',
          '\t',
          ':',
          '#',
          '-',
          '"',
          "'",
          '|',
          '>',
          '&',
          '*',
          '%',
          '\r',
          '\u0085',
          '\u2028',
          '\ufeff',
        ),
      }),
      fc.constantFrom(
        'yes',
        'no',
        'null',
        '~',
        '1.0',
        '0x1f',
        '2026-01-01',
        '---',
        '...',
        '<<',
        '!!binary x',
        '? x',
      ),
    )
    const metadata = fc.record({
      name: text,
      description: text,
      owner: text,
      author: text,
      version: fc.option(text),
      model: fc.option(text),
      tags: fc.array(text, { maxLength: 5 }),
      dependencies: fc.array(text, { maxLength: 5 }),
      tokenCount: fc.option(fc.nat()),
      custom: fc.uniqueArray(
        fc.tuple(
          fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,8}(-[a-z0-9]{1,4})?$/),
          fc.oneof(
            text,
            fc.boolean(),
            fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
          ),
        ),
        { selector: ([key]) => key },
      ),
    })
    fc.assert(
      fc.property(metadata, (given) => {
        const all = { ...example, ...given }
        const back = parse(metadataYaml(all), { mapAsMap: true }) as Map<string, unknown>
        expect(back.get('custom')).toEqual(new Map(all.custom))
        for (const key of [
          'name',
          'description',
          'owner',
          'author',
          'version',
          'model',
          'tags',
          'dependencies',
          'tokenCount',
        ] as const) {
          expect(back.get(key)).toEqual(all[key])
        }
        expect([...back.keys()]).toEqual(Object.keys(parse(metadataYaml(example))))
      }),
      { numRuns: 500 },
    )
  })
})
