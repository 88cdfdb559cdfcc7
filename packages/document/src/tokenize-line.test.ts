import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocument } from './parse-document.ts'
import { INITIAL_LINE_STATE, type LineState, tokenizeLine } from './tokenize-line.ts'

/** Tokens of a whole text as "type text", line by line. */
function tokens(text: string): string[] {
  let state = INITIAL_LINE_STATE
  return text.split('\n').flatMap((line) => {
    const result = tokenizeLine(line, state)
    state = result.state
    return result.tokens.map(
      ({ offset, type }, index) => `${type} ${line.slice(offset, result.tokens[index + 1]?.offset)}`,
    )
  })
}

const piece = fc.constantFrom(
  '---',
  '{{',
  '}}',
  '{{{',
  '}}}',
  '#',
  '!',
  '>',
  '=',
  '<% %>',
  ' ',
  'a',
  'user:',
  'key: "v" # c',
  '😀',
  '- ',
)
const line = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''))

describe('line tokens', () => {
  it('colour front matter', () => {
    expect(
      tokens('---\nname: x # why\n# all\n  - "a key": \'it # is\'\n- item\nurl: http://x#y\n---'),
    ).toEqual([
      'frontmatter.delimiter ---',
      'frontmatter.key name:',
      'frontmatter.string  x ',
      'frontmatter.comment # why',
      'frontmatter.comment # all',
      'text   - ',
      'frontmatter.key "a key":',
      "frontmatter.string  'it # is'",
      'frontmatter.string - item',
      'frontmatter.key url:',
      'frontmatter.string  http://x#y',
      'frontmatter.delimiter ---',
    ])
  })

  it('colour roles and tags', () => {
    expect(tokens('system:\nHi {{name}}, {{{raw}}}{{#s}}{{/s}} {{> a-b@1.0.0}}{{! c }}.')).toEqual([
      'role system:',
      'text Hi ',
      'tag.delimiter {{',
      'tag.variable name',
      'tag.delimiter }}',
      'text , ',
      'tag.delimiter {{{',
      'tag.variable raw',
      'tag.delimiter }}}{{#',
      'tag.section s',
      'tag.delimiter }}{{/',
      'tag.section s',
      'tag.delimiter }}',
      'text  ',
      'tag.delimiter {{>',
      'tag.partial  a-b@1.0.0',
      'tag.delimiter }}{{!',
      'tag.comment  c ',
      'tag.delimiter }}',
      'text .',
    ])
  })

  it('go on over lines inside a tag', () => {
    expect(tokens('{{! one\nuser:\n}}\nuser:')).toEqual([
      'tag.delimiter {{!',
      'tag.comment  one',
      'tag.comment user:',
      'tag.delimiter }}',
      'role user:',
    ])
  })

  it('know a tag by a sign on a later line', () => {
    expect(tokens('{{\n \n !a {{\nuser:\n}}')).toEqual([
      'tag.delimiter {{',
      'tag.delimiter  ',
      'tag.delimiter  !',
      'tag.comment a {{',
      'tag.comment user:',
      'tag.delimiter }}',
    ])
  })

  it('follow changed delimiters', () => {
    expect(tokens('{{=<% %>=}}<%a%>{{b}}')).toEqual([
      'tag.delimiter {{=<% %>=}}<%',
      'tag.variable a',
      'tag.delimiter %>',
      'text {{b}}',
    ])
  })

  it('give up an unclosed tag where the next one opens', () => {
    expect(tokens('{{a {{b}}')).toEqual([
      'tag.delimiter {{',
      'tag.variable a ',
      'tag.delimiter {{',
      'tag.variable b',
      'tag.delimiter }}',
    ])
  })

  it('ascend, begin at 0 and lie in the line, whatever the line and the state', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
        let state: LineState = INITIAL_LINE_STATE
        for (const line of lines) {
          const result = tokenizeLine(line, state)
          const offsets = result.tokens.map(({ offset }) => offset)
          expect(offsets).toEqual([...new Set(offsets)].sort((a, b) => a - b))
          expect(offsets[0] ?? 0).toBe(0)
          expect(offsets.length > 0).toBe(line.length > 0)
          expect(offsets.every((offset) => offset < line.length)).toBe(true)
          state = result.state
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('leave the state they were given as it was, and give an equal one for equal lines', () => {
    fc.assert(
      fc.property(line, (line) => {
        const state = Object.freeze({ ...INITIAL_LINE_STATE })
        expect(tokenizeLine(line, state)).toEqual(tokenizeLine(line, { ...state }))
      }),
    )
  })

  it('agree with the parser about role lines, in documents without problems', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.constant('user:')), { maxLength: 8 }), (lines) => {
        const text = lines.join('\n')
        const { messages, problems } = parseDocument(text)
        fc.pre(problems.length === 0)
        const parsed = messages
          .filter(({ range, contentRange }) => range.from < contentRange.from)
          .map(({ role }) => `${role}:`)
        const coloured = tokens(text)
          .filter((token) => token.startsWith('role '))
          .map((token) => token.slice(5).trimEnd())
        expect(coloured).toEqual(parsed)
      }),
      { numRuns: 3000 },
    )
  })
})
