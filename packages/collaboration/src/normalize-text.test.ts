import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { contentOf } from './content.ts'
import { normalizeText, normalizingEdits } from './normalize-text.ts'
import { setText } from './set-text.ts'

const messy = fc.string({ unit: fc.constantFrom('a', '\r', '\n', '\0', '😀', '\u00e9'), maxLength: 40 })

test('CRLF, CR, NUL and half a surrogate pair do not stay', () => {
  expect(normalizeText('a\r\nb\rc\n\0d\ud83d')).toBe('a\nb\nc\nd\ufffd')
})

test('normal text is a fixed point, and the edits lead to it', () => {
  fc.assert(
    fc.property(messy, (text) => {
      const normal = normalizeText(text)
      expect(normalizeText(normal)).toBe(normal)
      expect(normalizingEdits(normal)).toEqual([])
      const shared = contentOf(new Y.Doc())
      shared.insert(0, text)
      setText(shared, normal, normalizingEdits(text))
      expect(shared.toString()).toBe(normal)
    }),
  )
})
