import fc from 'fast-check'
import { toBase64 } from 'lib0/buffer'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { conflictPart } from './conflict-places.ts'

/** Holds on to the character behind the position; -1 to the one before. */
const BEHIND = 0
const position = (text: Y.Text, offset: number, assoc: number) =>
  toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, offset, assoc)))

function marked(content: string, from: number, to: number) {
  const text = new Y.Doc().getText('content')
  text.insert(0, content)
  return {
    text,
    mark: { start: position(text, from, BEHIND), end: position(text, to, -1) },
  }
}

describe('conflictPart', () => {
  it('stays with its words while others write around it', () => {
    const { text, mark } = marked('one two three', 4, 7)
    text.insert(0, 'zero ')
    text.insert(text.length, ' four')
    expect(conflictPart(text, mark)).toEqual({ from: 9, to: 12 })
  })

  it('takes in what is written inside it', () => {
    const { text, mark } = marked('one two three', 4, 7)
    text.insert(5, 'xx')
    expect(conflictPart(text, mark)).toEqual({ from: 4, to: 9 })
  })

  it('is empty where its words were deleted', () => {
    const { text, mark } = marked('one two three', 4, 7)
    text.delete(2, 8)
    expect(conflictPart(text, mark)).toEqual({ from: 2, to: 2 })
  })

  it('is nowhere in a text that does not know it, and for nonsense', () => {
    const { mark } = marked('one two three', 4, 7)
    expect(conflictPart(new Y.Doc().getText('content'), mark)).toBeNull()
    const { text } = marked('one', 0, 1)
    expect(conflictPart(text, { start: '!!', end: 'AAAA' })).toBeNull()
  })

  it('is always a part of the text, whatever happens', () => {
    const edit = fc.record({ at: fc.nat(40), remove: fc.nat(6), insert: fc.string({ maxLength: 5 }) })
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const { text, mark } = marked('The quick brown fox jumps.', 4, 15)
        for (const { at, remove, insert } of edits) {
          const from = Math.min(at, text.length)
          text.delete(from, Math.min(remove, text.length - from))
          text.insert(from, insert)
        }
        const part = conflictPart(text, mark)
        if (!part) throw new Error('the place was lost')
        expect(part.from).toBeLessThanOrEqual(part.to)
        expect(part.to).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})
