import { describe, expect, it } from 'vitest'
import { scanTags } from '../scan-tags.ts'
import comments from '../testing/mustache-spec/comments.json' with { type: 'json' }
import delimiters from '../testing/mustache-spec/delimiters.json' with { type: 'json' }
import interpolation from '../testing/mustache-spec/interpolation.json' with { type: 'json' }
import inverted from '../testing/mustache-spec/inverted.json' with { type: 'json' }
import partials from '../testing/mustache-spec/partials.json' with { type: 'json' }
import sections from '../testing/mustache-spec/sections.json' with { type: 'json' }
import { indented } from './included.ts'
import { Budget, RENDER_LIMITS } from './limits.ts'
import { parseTemplate } from './parse-template.ts'
import { type Partial, renderTemplate } from './render-template.ts'

interface Example {
  readonly name: string
  readonly data: unknown
  readonly template: string
  readonly partials?: Readonly<Record<string, string | undefined>>
  readonly expected: string
}

const modules: Readonly<Record<string, readonly Example[]>> = {
  comments,
  delimiters,
  interpolation,
  inverted,
  partials,
  sections,
}

/** The only departure from the specification: prompts are not HTML. */
const NOT_ESCAPED: Readonly<Record<string, string>> = {
  'interpolation: HTML Escaping': 'These characters should be HTML escaped: & " < >\n',
  'interpolation: Implicit Iterators - HTML Escaping': 'These characters should be HTML escaped: & " < >\n',
  'sections: Implicit Iterator - HTML Escaping': '"(&)(")(<)(>)"',
}

/** Render by the core alone: partials have any name, may contain themselves, and role lines are text. */
function renderCore(
  template: string,
  data: unknown,
  partialTexts: Readonly<Record<string, string | undefined>>,
): string {
  const budget = new Budget(RENDER_LIMITS)
  const read = (text: string): Partial => ({
    nodes: parseTemplate(text, 0, scanTags(text, 0).tags),
    fallback: new Map(),
    roles: false,
    trail: [],
  })
  let output = ''
  renderTemplate(read(template), data, budget, {
    write: (text) => {
      output += text
    },
    openMessage: () => {
      throw new Error('role lines are text here')
    },
    missing: () => {},
    partial: ({ name, indent }) => {
      const text = partialTexts[name]
      return text === undefined ? null : read(indented(text, indent ?? '', budget))
    },
  })
  return output
}

describe.each(Object.entries(modules))('the Mustache specification on %s', (module, examples) => {
  it.each(examples.map((example) => [example.name, example] as const))('%s', (name, example) => {
    const expected = NOT_ESCAPED[`${module}: ${name}`] ?? example.expected
    expect(renderCore(example.template, example.data, example.partials ?? {})).toBe(expected)
  })
})

it('the specification is here in full', () => {
  expect(Object.entries(modules).map(([name, examples]) => `${name} ${examples.length}`)).toEqual([
    'comments 12',
    'delimiters 14',
    'interpolation 42',
    'inverted 22',
    'partials 12',
    'sections 34',
  ])
  const all = Object.entries(modules).flatMap(([module, list]) =>
    list.map(({ name }) => `${module}: ${name}`),
  )
  expect(all).toEqual(expect.arrayContaining(Object.keys(NOT_ESCAPED)))
})
