import { expect, test } from 'vitest'
import { type KeyPress, matchesShortcut } from './shortcut.ts'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

test('mod is Ctrl and Command', () => {
  expect(matchesShortcut(press('k', { ctrlKey: true }), 'mod+k')).toBe(true)
  expect(matchesShortcut(press('k', { metaKey: true }), 'mod+k')).toBe(true)
  expect(matchesShortcut(press('k'), 'mod+k')).toBe(false)
})

test('a plain letter does not answer to a held key', () => {
  expect(matchesShortcut(press('c'), 'c')).toBe(true)
  expect(matchesShortcut(press('c', { ctrlKey: true }), 'c')).toBe(false)
  expect(matchesShortcut(press('C', { shiftKey: true }), 'c')).toBe(false)
  expect(matchesShortcut(press('J', { shiftKey: true }), 'shift+j')).toBe(true)
})

test('signs are matched by what they print', () => {
  expect(matchesShortcut(press('?', { shiftKey: true }), '?')).toBe(true)
  expect(matchesShortcut(press('/', { shiftKey: true }), '/')).toBe(true)
})

test('named keys', () => {
  expect(matchesShortcut(press('ArrowDown'), 'down')).toBe(true)
  expect(matchesShortcut(press('Enter'), 'enter')).toBe(true)
  expect(matchesShortcut(press('Enter', { ctrlKey: true }), 'mod+enter')).toBe(true)
})
