import fc from 'fast-check'
import { expect, test } from 'vitest'
import { piecesOf } from './pieces-of.ts'

test('pieces put together are the text, each within the limits, the last one marked', () => {
  const unit = fc.constantFrom('a', '😀', '中', '"', '\u0001', '\n')
  fc.assert(
    fc.property(unit, fc.integer({ min: 0, max: 700_000 }), (character, count) => {
      const text = character.repeat(count)
      const pieces = [...piecesOf(text)]
      expect(pieces.map(({ chunk }) => chunk).join('') === text).toBe(true)
      expect(pieces.map(({ last }) => last)).toEqual(pieces.map((_, index) => index === pieces.length - 1))
      let offset = 0
      for (const piece of pieces) {
        expect(piece.offset).toBe(offset)
        expect(piece.chunk.length).toBeLessThanOrEqual(400_000)
        expect(Buffer.byteLength(JSON.stringify(piece.chunk))).toBeLessThanOrEqual(900_000)
        offset += piece.chunk.length
      }
    }),
    { numRuns: 15 },
  )
})
