import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { parseAwareness, parseSelection } from './awareness.ts'
import { contentOf } from './content.ts'

const user = { id: 'u1', name: 'Ada', hue: 4 }

test('a selection made by Yjs comes through and still points to the same place', () => {
  const doc = new Y.Doc()
  const text = contentOf(doc)
  text.insert(0, 'hello')
  for (const index of [0, 2, 5]) {
    const place = JSON.parse(JSON.stringify(Y.createRelativePositionFromTypeIndex(text, index)))
    const parsed = parseSelection({ selection: { anchor: place, head: place } })
    const back = Y.createAbsolutePositionFromRelativePosition(
      Y.createRelativePositionFromJSON(parsed!.head),
      doc,
    )
    expect(back?.index).toBe(index)
  }
})

test.each([
  [undefined],
  [null],
  ['x'],
  [{ selection: {} }],
  [{ selection: { anchor: 'x', head: 'y' } }],
  [{ selection: { anchor: { item: { client: -1, clock: 0 } }, head: { tname: 'content' } } }],
])('%j has no selection', (state) => {
  expect(parseSelection(state)).toBeNull()
})

test('only user and selection of a state are read, and never a throw', () => {
  expect(parseAwareness({ user: { ...user, admin: true }, extra: 1 })).toEqual({ user, selection: null })
  expect(parseAwareness({ user: { ...user, name: 7 } })).toBeNull()
  fc.assert(
    fc.property(fc.anything(), (state) => {
      const parsed = parseAwareness(state)
      expect(parsed === null || typeof parsed.user.name === 'string').toBe(true)
    }),
  )
})
