import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandsFor, fingerprintBands, similarityOf, wordsOf } from './text-fingerprint.ts'

const shared = (a: readonly number[], b: readonly number[]) => a.filter((band) => b.includes(band)).length
const bandsOf = (text: string, seed?: number) => fingerprintBands(wordsOf(text), seed)
const word = fc.integer({ min: 0, max: 5000 }).map((n) => `w${n}`)

describe('fingerprints', () => {
  it('are the same for texts that differ in blanks, case and punctuation only', () => {
    const a = 'You are a careful editor. Correct the text, and nothing else!'
    const b = 'you are  a careful EDITOR\n\n- correct the text; and nothing else'
    expect(bandsOf(a)).toEqual(bandsOf(b))
  })

  it('share most bands when one word of many changed, and none when nothing is alike', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 120, maxLength: 300 }),
        fc.nat(),
        fc.array(
          word.map((text) => `other-${text}`),
          { minLength: 50, maxLength: 300 },
        ),
        (words, at, others) => {
          const changed = words.with(at % words.length, 'changed')
          expect(shared(fingerprintBands(words), fingerprintBands(changed))).toBeGreaterThanOrEqual(
            bandsFor(0.7),
          )
          expect(shared(fingerprintBands(words), fingerprintBands(others))).toBeLessThan(bandsFor(0.7))
        },
      ),
      { numRuns: 200 },
    )
  })

  it('of one text never meet under different seeds', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.integer(), fc.integer(), (words, one, two) => {
        fc.pre(one !== two)
        expect(shared(fingerprintBands(words, one), fingerprintBands(words, two))).toBe(0)
      }),
    )
  })

  it('exist for every text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const bands = bandsOf(text)
        expect(bands).toHaveLength(16)
        for (const band of bands) expect(band | 0).toBe(band)
      }),
    )
  })

  it('turn shared bands into a likely similarity, and back', () => {
    expect([similarityOf(0), similarityOf(16), similarityOf(99)]).toEqual([0, 1, 1])
    for (const similarity of [0.5, 0.7, 0.9, 1]) {
      expect(similarityOf(bandsFor(similarity))).toBeGreaterThanOrEqual(similarity)
    }
    expect(bandsFor(0)).toBe(1)
  })
})
