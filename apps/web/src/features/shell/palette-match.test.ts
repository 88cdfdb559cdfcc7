import { expect, test } from 'vitest'
import { paletteMatch } from './palette-match.ts'

test('every word must occur, in any order', () => {
  expect(paletteMatch('prompt new', 'New prompt')).toBeGreaterThan(0)
  expect(paletteMatch('new library', 'New prompt')).toBe(0)
})

test('an empty query fits everything', () => {
  expect(paletteMatch('  ', 'Settings')).toBe(1)
})

test('starts of the text and of words come first', () => {
  expect(paletteMatch('sign', 'Sign out')).toBeGreaterThan(paletteMatch('sign', 'Re: sign'))
  expect(paletteMatch('out', 'Sign out')).toBeGreaterThan(paletteMatch('out', 'Layout'))
})
