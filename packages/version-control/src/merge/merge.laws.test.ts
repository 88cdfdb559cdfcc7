import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  anyText,
  editedDocuments,
  editedLines,
  editedProseOf,
  prose,
  type Triple,
} from '../diff/generated-texts.ts'
import { type MergeResult, merge } from './merge.ts'
import { mergedText } from './merged-text.ts'

const triple: fc.Arbitrary<Triple> = fc.oneof(
  fc.tuple(anyText, anyText, anyText),
  editedLines,
  editedProseOf(prose),
  editedDocuments,
)
const options = fc.record({ prose: fc.boolean() })
const RUNS = { numRuns: 400 }

function swapped({ clean, regions }: MergeResult): MergeResult {
  return {
    clean,
    regions: regions.map((region) =>
      region.kind === 'merged' ? region : { ...region, ours: region.theirs, theirs: region.ours },
    ),
  }
}

/** What a side wrote newly is named after it, and numbered. */
const written = (text: string) => (text.match(/(?:ours|theirs) ?\d+/g) ?? []).toSorted()
const sortedLines = (text: string) => text.split('\n').toSorted()

describe('laws of merging', () => {
  it('MG3: a side without changes takes the other, and equal sides are the result', () => {
    fc.assert(
      fc.property(triple, options, ([a, b], options) => {
        for (const result of [merge(a, a, b, options), merge(a, b, a, options), merge(a, b, b, options)]) {
          expect(result.clean).toBe(true)
          expect(mergedText(result, 'base')).toBe(b)
        }
      }),
      RUNS,
    )
  })

  it('MG3: swapping the sides swaps them in the result', () => {
    fc.assert(
      fc.property(fc.oneof(editedLines, editedProseOf(prose)), options, ([base, ours, theirs], options) => {
        expect(merge(base, theirs, ours, options)).toEqual(swapped(merge(base, ours, theirs, options)))
      }),
      RUNS,
    )
  })

  it('MG3, MG11: of documents too, but for the order of what both added', () => {
    fc.assert(
      fc.property(editedDocuments, ([base, ours, theirs]) => {
        const [one, other] = [merge(base, ours, theirs), merge(base, theirs, ours)]
        expect(other.clean).toBe(one.clean)
        expect(sortedLines(mergedText(other, 'theirs'))).toEqual(sortedLines(mergedText(one, 'ours')))
      }),
      RUNS,
    )
  })

  it('MG4: takes any three texts, and gives the same again', () => {
    fc.assert(
      fc.property(fc.tuple(anyText, anyText, anyText), options, ([base, ours, theirs], options) => {
        const result = merge(base, ours, theirs, options)
        expect(merge(base, ours, theirs, options)).toEqual(result)
        expect(result.clean).toBe(result.regions.every(({ kind }) => kind === 'merged'))
      }),
      RUNS,
    )
  })

  it('MG4: neighbouring regions are not both merged, and none is empty', () => {
    fc.assert(
      fc.property(triple, options, ([base, ours, theirs], options) => {
        const { regions } = merge(base, ours, theirs, options)
        for (const [index, region] of regions.entries()) {
          if (region.kind === 'merged') {
            expect(region.text).not.toBe('')
            expect(regions[index + 1]?.kind).not.toBe('merged')
          } else expect(region.ours).not.toBe(region.theirs)
        }
      }),
      RUNS,
    )
  })

  it('MG8: conflicts are whole lines of all three texts', () => {
    fc.assert(
      fc.property(triple, options, ([base, ours, theirs], options) => {
        const { regions } = merge(base, ours, theirs, options)
        for (const [index, region] of regions.entries()) {
          if (region.kind === 'merged') continue
          const before = regions[index - 1]
          if (before?.kind === 'merged') expect(before.text).toMatch(/\n$/)
          for (const [side, text] of Object.entries({ base, ours, theirs })) {
            const lines = region[side as 'base' | 'ours' | 'theirs']
            expect(`\n${text}`).toContain(`\n${lines}`)
            expect(lines === '' || lines.endsWith('\n') || text.endsWith(lines)).toBe(true)
          }
        }
      }),
      RUNS,
    )
  })

  it('MG3: every line of a merge by lines is a line of one of the three texts', () => {
    fc.assert(
      fc.property(triple, ([base, ours, theirs]) => {
        const known = new Set([base, ours, theirs].flatMap((text) => text.split(/(?<=\n)/)))
        const merged = mergedText(merge(base, ours, theirs, { prose: false }), 'base').split(/(?<=\n)/)
        expect(merged.filter((line) => line !== '' && !known.has(line))).toEqual([])
      }),
      RUNS,
    )
  })

  it('MG3: what a side wrote is in the merged text, or in its version of a conflict', () => {
    fc.assert(
      fc.property(
        fc.oneof(editedProseOf(prose), editedDocuments, editedLines),
        options,
        ([base, ours, theirs], options) => {
          const result = merge(base, ours, theirs, options)
          for (const [side, text] of [
            ['ours', ours],
            ['theirs', theirs],
          ] as const) {
            const own = (texts: readonly string[]) => texts.filter((word) => word.startsWith(side))
            expect(own(written(mergedText(result, side)))).toEqual(own(written(text)))
          }
        },
      ),
      RUNS,
    )
  })

  it('MG6: prose never leaves a conflict where lines alone leave none, and merges the same there', () => {
    fc.assert(
      fc.property(triple, ([base, ours, theirs]) => {
        const byLines = merge(base, ours, theirs, { prose: false })
        if (byLines.clean) expect(merge(base, ours, theirs)).toEqual(byLines)
      }),
      RUNS,
    )
  })
})
