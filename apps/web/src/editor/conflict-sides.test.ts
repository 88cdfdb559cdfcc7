import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ConflictSide, conflictSides } from './conflict-sides.ts'

const LIVE = 'Before.\nMine is here.\nAfter.\n'
const conflict = {
  id: 'c',
  part: { from: 8, to: 22 },
  base: 'It was here.\n',
  ours: 'Mine is here.\n',
  theirs: 'Theirs was here.\n',
}
const cut = (text: string, parts: readonly { from: number; to: number }[]) =>
  parts.map(({ from, to }) => text.slice(from, to))

describe('conflictSides', () => {
  const sides = conflictSides(LIVE, [conflict])

  it.each(['base', 'ours', 'theirs'] as const)('puts what %s says into the live text', (side) => {
    expect(sides[side].text).toBe(`Before.\n${conflict[side]}After.\n`)
    expect(cut(sides[side].text, sides[side].places)).toEqual([conflict[side]])
  })

  it('marks the words in which a side differs', () => {
    expect(cut(sides.theirs.text, sides.theirs.words)).toEqual(['Theirs'])
    expect(cut(sides.ours.text, sides.ours.words)).toEqual(['Mine is'])
    expect(cut(sides.base.text, sides.base.words)).toEqual(['It was'])
  })

  it('leaves out a conflict that lies within another', () => {
    const inner = { ...conflict, id: 'inner', part: { from: 10, to: 12 } }
    expect(conflictSides(LIVE, [inner, conflict]).ours.places.map(({ id }) => id)).toEqual(['c'])
  })

  it('keeps everything around the conflicts, whatever they are', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n'), maxLength: 12 })
    const pieces = fc.array(fc.record({ before: words, live: words, base: words, theirs: words }), {
      maxLength: 5,
    })
    fc.assert(
      fc.property(pieces, words, fc.constantFrom<ConflictSide>('base', 'theirs'), (list, end, side) => {
        let live = ''
        let expected = ''
        const conflicts = list.map(({ before, live: now, base, theirs }, at) => {
          live += before
          expected += before + (side === 'base' ? base : theirs)
          const from = live.length
          live += now
          return { id: String(at), part: { from, to: live.length }, base, ours: now, theirs }
        })
        const { text, places } = conflictSides(live + end, conflicts)[side]
        expect(text).toBe(expected + end)
        expect(places).toHaveLength(list.length)
      }),
    )
  })
})
