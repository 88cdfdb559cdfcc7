import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { contentOf } from './content.ts'
import { setText } from './set-text.ts'

function shared(text: string) {
  const ytext = contentOf(new Y.Doc())
  ytext.insert(0, text)
  return ytext
}

test('applies the edits in one transaction with the given origin, leaving places outside alone', () => {
  const text = shared('one two three')
  const place = Y.createRelativePositionFromTypeIndex(text, 5)
  const origins: unknown[] = []
  text.doc!.on('afterTransaction', (transaction) => origins.push(transaction.origin))
  setText(
    text,
    'ONCE two 3',
    [
      { offset: 0, deleteCount: 3, insert: 'ONCE' },
      { offset: 8, deleteCount: 5, insert: '3' },
    ],
    'me',
  )
  expect(text.toString()).toBe('ONCE two 3')
  expect(origins).toEqual(['me'])
  expect(Y.createAbsolutePositionFromRelativePosition(place, text.doc!)?.index).toBe(6)
})

test('no edits, no transaction', () => {
  const text = shared('same')
  let updates = 0
  text.doc!.on('update', () => {
    updates += 1
  })
  setText(text, 'same', [])
  expect(updates).toBe(0)
})

test.each([
  ['that speak of another text', 'abd', [{ offset: 2, deleteCount: 1, insert: 'x' }]],
  ['that reach outside', 'ab', [{ offset: 2, deleteCount: 5, insert: '' }]],
  [
    'that overlap',
    'a',
    [
      { offset: 0, deleteCount: 2, insert: '' },
      { offset: 1, deleteCount: 1, insert: '' },
    ],
  ],
])('refuses edits %s and leaves the text as it was', (_, goal, edits) => {
  const text = shared('abc')
  expect(() => setText(text, goal, edits)).toThrow(RangeError)
  expect(text.toString()).toBe('abc')
})
