import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TextEdit } from './normalize-text.ts'
import {
  applyDelta,
  composeDeltas,
  deltaOf,
  deltaOfEvent,
  editsOf,
  rebaseDelta,
  replacementBetween,
  type TextDelta,
} from './text-binding-delta.ts'

const anyText = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '\n', '😀'), maxLength: 20 })
const anyEdit = fc.record({ at: fc.nat(), deleteCount: fc.nat({ max: 6 }), insert: anyText })

/** Edits one after the other, each within the text it finds. */
function editsFor(text: string, wishes: readonly { at: number; deleteCount: number; insert: string }[]) {
  let length = text.length
  return wishes.map(({ at, deleteCount, insert }): TextEdit => {
    const offset = at % (length + 1)
    const edit = { offset, deleteCount: Math.min(deleteCount, length - offset), insert }
    length += insert.length - edit.deleteCount
    return edit
  })
}

const applyEdits = (text: string, edits: readonly TextEdit[]): string =>
  edits.reduce((t, e) => t.slice(0, e.offset) + e.insert + t.slice(e.offset + e.deleteCount), text)

const anyChange = fc.array(anyEdit, { maxLength: 6 })

describe('text deltas', () => {
  it('deltaOf does what the edits do one after the other', () => {
    fc.assert(
      fc.property(anyText, anyChange, (text, wishes) => {
        const edits = editsFor(text, wishes)
        expect(applyDelta(text, deltaOf(edits))).toBe(applyEdits(text, edits))
      }),
    )
  })

  it('editsOf speaks of the text before: from the end to the start they give the same text', () => {
    fc.assert(
      fc.property(anyText, anyChange, (text, wishes) => {
        const delta = deltaOf(editsFor(text, wishes))
        expect(applyEdits(text, editsOf(delta).toReversed())).toBe(applyDelta(text, delta))
      }),
    )
  })

  it('composeDeltas is one after the other', () => {
    fc.assert(
      fc.property(anyText, anyChange, anyChange, (text, one, two) => {
        const first = deltaOf(editsFor(text, one))
        const middle = applyDelta(text, first)
        const second = deltaOf(editsFor(middle, two))
        expect(applyDelta(text, composeDeltas(first, second))).toBe(applyDelta(middle, second))
      }),
    )
  })

  it('rebaseDelta: both orders end in one text', () => {
    fc.assert(
      fc.property(anyText, anyChange, anyChange, fc.boolean(), (text, one, two, first) => {
        const mine = deltaOf(editsFor(text, one))
        const theirs = deltaOf(editsFor(text, two))
        const viaTheirs = applyDelta(applyDelta(text, theirs), rebaseDelta(mine, theirs, first))
        const viaMine = applyDelta(applyDelta(text, mine), rebaseDelta(theirs, mine, !first))
        expect(viaTheirs).toBe(viaMine)
      }),
      { numRuns: 500 },
    )
  })

  it('replacementBetween leads from one text to the other and never halves a surrogate pair', () => {
    const whole = (delta: TextDelta) =>
      delta.every((step) => !('insert' in step) || step.insert.isWellFormed())
    const pairs = fc.string({ unit: fc.constantFrom('a', '😀', '😁', '🤀'), maxLength: 8 })
    fc.assert(
      fc.property(pairs, pairs, (before, after) => {
        const delta = replacementBetween(before, after)
        expect(applyDelta(before, delta)).toBe(after)
        expect(whole(delta)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('deltaOfEvent refuses what is not text', () => {
    expect(deltaOfEvent([{ retain: 2 }, { insert: 'x' }, { delete: 1 }])).toEqual([
      { retain: 2 },
      { insert: 'x' },
      { delete: 1 },
    ])
    expect(() => deltaOfEvent([{ insert: { image: 'x' } }])).toThrow(TypeError)
  })
})
