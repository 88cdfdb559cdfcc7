import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NAME_MAX_LENGTH, NAME_PATTERN, validateName } from './name.ts'
import { nameFromTitle, slugify } from './name-from-title.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.lorem(),
)

describe('names', () => {
  it.each([
    ['Ethereum Developer', 'ethereum-developer'],
    ['  `Linux` Terminal!! ', 'linux-terminal'],
    ['Don’t panic', 'dont-panic'],
    ['Crème brûlée für Łódź & Ærø', 'creme-brulee-fur-lodz-aero'],
    ['Straße', 'strasse'],
    ['İstanbul ılık', 'istanbul-ilik'],
    ['3D Artist', 'prompt-3d-artist'],
    ['UX/UI Developer', 'ux-ui-developer'],
    ['ＦＵＬＬ width', 'full-width'],
    ['日本語の先生', 'prompt'],
    ['日本語 teacher', 'teacher'],
    ['2024', 'prompt'],
    ['', 'prompt'],
  ])('from the title "%s": %s', (title, name) => {
    expect(nameFromTitle(title)).toBe(name)
  })

  it('are cut between words, and inside a word only when it is the first', () => {
    expect(nameFromTitle(`${'word '.repeat(20)}`)).toBe(Array(12).fill('word').join('-'))
    expect(nameFromTitle('x'.repeat(100))).toBe('x'.repeat(NAME_MAX_LENGTH))
  })

  it('from any title are valid', () => {
    fc.assert(
      fc.property(anyText, (title) => {
        expect(validateName(nameFromTitle(title))).toEqual({ ok: true })
      }),
      { numRuns: 1000 },
    )
  })

  it('that are valid stay as they are', () => {
    fc.assert(
      fc.property(anyText, (title) => {
        const name = nameFromTitle(title)
        expect(nameFromTitle(name)).toBe(name)
      }),
    )
  })

  it.each([
    ['', 'needed', null],
    ['Ticket', 'lower case', 'ticket'],
    ['ticket triage', 'joined by hyphens', 'ticket-triage'],
    ['ticket_triage', 'joined by hyphens', 'ticket-triage'],
    ['1st', 'begins with a letter', 'prompt-1st'],
    ['tickét', 'letters a to z', 'ticket'],
    ['a--b', 'Hyphens', 'a-b'],
    ['-a', 'Hyphens', 'a'],
    ['a-', 'Hyphens', 'a'],
    ['日本', 'letters a to z', null],
    ['x'.repeat(61), 'at most 60', 'x'.repeat(60)],
  ])('"%s" is refused: %s', (name, reason, suggestion) => {
    const check = validateName(name)
    expect(check).toMatchObject({ ok: false, suggestion })
    expect(check.ok ? '' : check.message).toContain(reason)
  })

  it('are valid exactly when they match the pattern and are not too long', () => {
    const nearly = fc.string({ unit: fc.constantFrom('a', 'b', '1', '-', 'A', ' '), maxLength: 8 })
    fc.assert(
      fc.property(nearly, (text) => {
        expect(validateName(text).ok).toBe(NAME_PATTERN.test(text))
      }),
    )
  })

  it('suggested in place of a refused one are valid', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const check = validateName(text)
        if (!check.ok && check.suggestion) expect(validateName(check.suggestion).ok).toBe(true)
      }),
    )
  })

  it('keep to the longest length that is allowed', () => {
    expect(slugify('y'.repeat(200))).toHaveLength(NAME_MAX_LENGTH)
  })
})
