import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PreviewRequest, previewOf } from './preview-view.ts'

const TEXT = `---
inputs:
  - name: question
    kind: string
    required: true
  - name: tone
    kind: string
    example: calm
    default: warm
  - name: items
    kind: array
    example: [{ label: Lamp }]
---
system:
Speak {{tone}}.

user:
{{question}}
{{#items}}
- {{label}}
{{/items}}
`
const request = (change: Partial<PreviewRequest> = {}): PreviewRequest => ({
  text: TEXT,
  key: 'tasks-general-test',
  drafts: [],
  mode: 'strict',
  included: [],
  ...change,
})

describe('previewOf', () => {
  it('fills in examples before defaults, and shows the name of what is missing', () => {
    const { messages, refused } = previewOf(request())
    expect(messages).toEqual([
      { role: 'system', content: 'Speak calm.', pieces: [{ text: 'Speak calm.', missing: false }] },
      {
        role: 'user',
        content: '{{question}}\n- Lamp',
        pieces: [
          { text: 'question', missing: true },
          { text: '\n- Lamp', missing: false },
        ],
      },
    ])
    expect(refused).toBe(true)
  })

  it('tells the line of what is missing', () => {
    expect(previewOf(request()).problems).toEqual([
      {
        severity: 'error',
        message: expect.stringContaining('"question" is required'),
        offset: TEXT.indexOf('{{question'),
      },
    ])
  })

  it('takes what was written into the fields', () => {
    const { messages, problems } = previewOf(
      request({
        drafts: [
          ['question', 'Why?'],
          ['items', '[]'],
        ],
      }),
    )
    expect(messages[1]?.content).toBe('Why?')
    expect(problems).toEqual([])
  })

  it('warns only where lenient', () => {
    const { problems, refused } = previewOf(request({ mode: 'lenient' }))
    expect(problems).toMatchObject([{ severity: 'warning' }])
    expect(refused).toBe(false)
  })

  it('takes in included texts, and says which are not there', () => {
    const text = 'user:\n{{> tasks-a}} and {{> tasks-b@1.0.0}}\n'
    const preview = previewOf(
      request({
        text,
        included: [
          ['tasks-a', 'Hello'],
          ['tasks-b@1.0.0', null],
        ],
      }),
    )
    expect(preview.messages[0]?.content).toBe('Hello and')
    expect(preview.problems).toMatchObject([
      {
        severity: 'error',
        message: expect.stringContaining('tasks-b@1.0.0'),
        offset: text.indexOf('{{> tasks-b'),
      },
    ])
    expect(preview.includes).toEqual([
      { key: 'tasks-a', version: null, offset: 6 },
      { key: 'tasks-b', version: '1.0.0', offset: text.indexOf('{{> tasks-b') },
    ])
  })

  it('asks for the names of a text that declares none', () => {
    const { fields, messages } = previewOf(request({ text: 'Hello {{name}}' }))
    expect(fields).toMatchObject([{ name: 'name', kind: 'any', initial: '' }])
    expect(messages[0]?.content).toBe('Hello {{name}}')
  })

  it('takes any text and any draft', () => {
    const unit = fc.constantFrom(
      '---\n',
      '{{',
      '}}',
      '#',
      '/',
      '\n',
      'a',
      'user:\n',
      '> tasks-a',
      'inputs:\n  a: 1\n',
    )
    fc.assert(
      fc.property(
        fc.string({ unit }),
        fc.string(),
        fc.constantFrom('strict' as const, 'lenient' as const),
        (text, draft, mode) => {
          const { messages } = previewOf(
            request({ text, drafts: [['a', draft]], mode, included: [['tasks-a', text]] }),
          )
          for (const { content } of messages) expect(content.trim()).not.toBe('')
        },
      ),
    )
  })
})
