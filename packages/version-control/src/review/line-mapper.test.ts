import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitLines } from '../split-lines.ts'
import { lineMapper } from './line-mapper.ts'

const anyText = fc
  .array(fc.constantFrom('a', 'b', 'c', '', '{{name}}'), { maxLength: 12 })
  .map((lines) => lines.join('\n'))

describe('line mapper', () => {
  it('RV8: follows a line that others were put before or taken from', () => {
    const map = lineMapper('one\ntwo\nthree\n', 'zero\none\nhalf\nthree\n')
    expect([map(1), map(2), map(3)]).toEqual([2, null, 4])
  })

  it('RV8: gives only lines with the same words, in the same order', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const [from, to] = [before, after].map((text) => splitLines(text).map((line) => line.trimEnd()))
        const map = lineMapper(before, after)
        const found = from!.map((_, index) => map(index + 1))
        for (const [index, line] of found.entries()) {
          if (line !== null) expect(to![line - 1]).toBe(from![index])
        }
        const kept = found.filter((line) => line !== null)
        expect(kept).toEqual([...new Set(kept)].toSorted((a, b) => a - b))
      }),
    )
  })

  it('RV8: an unchanged text keeps every line', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const map = lineMapper(text, text)
        for (const [index] of splitLines(text).entries()) expect(map(index + 1)).toBe(index + 1)
      }),
    )
  })

  it('RV8: a line break put behind the last line does not lose it', () => {
    expect(lineMapper('one\ntwo', 'one\ntwo\nthree\n')(2)).toBe(2)
    expect(lineMapper('one\ntwo\nthree\n', 'one\ntwo')(2)).toBe(2)
  })

  it('RV9: a line that changed, went away or never was is gone', () => {
    expect(lineMapper('one\ntwo\n', 'one\ntwo, changed\n')(2)).toBeNull()
    expect(lineMapper('one\ntwo\n', '')(1)).toBeNull()
    expect(lineMapper('one\n', 'one\ntwo\n')(2)).toBeNull()
    expect(lineMapper('', 'one\n')(1)).toBeNull()
  })

  it.each([0, -1, 1.5, Number.NaN])('%s is no line', (line) => {
    expect(() => lineMapper('one\n', 'one\n')(line)).toThrow(RangeError)
  })
})
