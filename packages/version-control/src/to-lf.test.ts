import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentHash } from './content-hash.ts'
import { toLf } from './to-lf.ts'

const text = fc.array(fc.constantFrom('a', ' ', '\r', '\n', '\r\n', '😀')).map((parts) => parts.join(''))

describe('text', () => {
  it('TX1: replaces CRLF and lone CR, counting them', () => {
    expect(toLf('a\r\nb\rc\nd\r\r\n')).toEqual({ text: 'a\nb\nc\nd\n\n', replaced: 4 })
  })

  it('TX1: leaves no CR, changes nothing else, and does it once', () => {
    fc.assert(
      fc.property(text, (before) => {
        const { text: after, replaced } = toLf(before)
        expect(after).not.toContain('\r')
        expect(after.replaceAll('\n', '')).toBe(before.replaceAll(/[\r\n]/g, ''))
        expect(toLf(after)).toEqual({ text: after, replaced: 0 })
        expect(replaced === 0).toBe(before === after)
      }),
    )
  })

  it('TX2: hashes the UTF-8 bytes of the LF text', () => {
    expect(contentHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    fc.assert(
      fc.property(text, (before) => {
        expect(contentHash(before)).toBe(contentHash(toLf(before).text))
      }),
    )
  })
})
