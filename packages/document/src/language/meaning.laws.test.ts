import fc from 'fast-check'
import { expect, it } from 'vitest'
import { render } from '../render/render.ts'
import { applyEdits } from './apply-edits.ts'
import { formatDocument } from './format-document.ts'
import { inputOccurrences } from './input-occurrences.ts'
import { renameInput } from './rename-input.ts'

const HEAD = `---
inputs:
    a:   { kind: string }
    b: { kind: boolean }
    list: { kind: array, example: [{ field: 1, a: 2 }] } # of things
---
`
const piece = fc.constantFrom(
  ...['text ', '\n', '\n\n\n', '  \n', 'user:\n', 'system: \n', '{{! note }}', '{{> some-key}}', '{{.}}'],
  ...['a', 'b', 'list', 'field'].flatMap((name) => [
    `{{${name}}}`,
    `{{ ${name} }}`,
    `{{# ${name}}}`,
    `{{/${name} }}`,
    `{{^${name}}}\n`,
    `{{{ ${name} }}}`,
    `{{${name}.a}}`,
  ]),
)
const documents = fc.array(piece, { maxLength: 15 }).map((pieces) => HEAD + pieces.join(''))
const values = {
  a: 'A',
  b: true,
  list: [
    { field: 'F', a: 'inner' },
    { field: 'G', a: 'inner' },
  ],
}
const resolveInclude = () => 'included {{a}}\n'

/** What a model would get: messages, and the exact text of a prompt without roles. */
function said(text: string, inputs: Record<string, unknown>) {
  const result = render(text, { inputs, mode: 'lenient', resolveInclude })
  return result.ok ? { messages: result.messages, text: result.text } : null
}

it('formatting leaves what a model gets as it is, letter by letter', () => {
  fc.assert(
    fc.property(documents, (text) => {
      expect(said(applyEdits(text, formatDocument(text)), values)).toEqual(said(text, values))
    }),
    { numRuns: 1_000 },
  )
})

it('renaming an input leaves what a model gets as it is, when the value comes by the new name', () => {
  // Included prompts have inputs of their own, and at the top {{.}} shows the names themselves.
  const ownNames = documents.map((text) => text.replaceAll(/\{\{(> some-key|\.)\}\}/g, ''))
  fc.assert(
    fc.property(ownNames, fc.nat(), (text, seed) => {
      const offset = seed % (text.length + 1)
      const at = inputOccurrences(text, offset)
      const result = renameInput(text, offset, 'fresh')
      // Of names that may be fields only who reads the text can say what they are.
      if (!at || !result.ok || result.unsure.length > 0) return
      const { [result.name as keyof typeof values]: value, ...others } = values
      const renamed = { ...others, ...(value === undefined ? {} : { fresh: value }) }
      expect(said(applyEdits(text, result.edits), renamed)).toEqual(said(text, values))
    }),
    { numRuns: 1_000 },
  )
})
