import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CanonicalValue, canonicalJson } from './canonical-json.ts'

const json = fc.jsonValue({ stringUnit: 'grapheme' }) as fc.Arbitrary<CanonicalValue>

/** Rebuild a value with the keys of every object in reverse order. */
function reversed(value: CanonicalValue): CanonicalValue {
  if (Array.isArray(value)) return value.map(reversed)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  )
}

describe('canonical JSON', () => {
  it('writes what RFC 8785 writes', () => {
    const value = {
      numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0],
      string: '€$\u000f\nA\'B"\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],"string":"€$\\u000f\\nA\'B\\"\\\\\\"/"}',
    )
  })

  it('sorts keys by UTF-16 code units', () => {
    const value = { '€': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 }
    expect(canonicalJson(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}')
  })

  it('keeps the value', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value))
      }),
    )
  })

  it('survives a round trip', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
      }),
    )
  })

  const cyclic: unknown[] = []
  cyclic.push(cyclic)
  it.each<[string, unknown, string]>([
    ['undefined', { a: undefined }, '$.a'],
    ['NaN', [Number.NaN], '$[0]'],
    ['infinity', Number.POSITIVE_INFINITY, '$'],
    ['a function', { a: [() => 1] }, '$.a[0]'],
    ['a symbol', Symbol('a'), '$'],
    ['a bigint', 1n, '$'],
    ['a date', { at: new Date(0) }, '$.at'],
    ['a map', new Map(), '$'],
    ['a hole', new Array(2), '$[0]'],
    ['half a character', 'a\ud800', '$'],
    ['half a character in a key', { '\udc00': 1 }, '$'],
    ['a cycle', cyclic, '$[0]'],
  ])('refuses %s, naming where', (_, value, path) => {
    expect(() => canonicalJson(value as CanonicalValue)).toThrow(TypeError)
    expect(() => canonicalJson(value as CanonicalValue)).toThrow(path)
  })

  it('takes the same object twice, when it is no cycle', () => {
    const shared = { a: 1 }
    expect(canonicalJson([shared, shared])).toBe('[{"a":1},{"a":1}]')
  })

  it('takes objects without a prototype and keys that look like one', () => {
    const value = Object.assign(Object.create(null), { b: 1 })
    expect(canonicalJson(value)).toBe('{"b":1}')
    expect(canonicalJson(JSON.parse('{"__proto__":{"a":1}}'))).toBe('{"__proto__":{"a":1}}')
  })
})
