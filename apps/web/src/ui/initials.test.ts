import { expect, test } from 'vitest'
import { initials } from './initials.ts'

test.each([
  ['Ada Lovelace', 'AL'],
  ['Ada King Lovelace', 'AL'],
  ['ada', 'AD'],
  ['  ', '?'],
  ['ci-importer', 'CI'],
  ['李 小龍', '李小'],
])('initials of %j are %s', (name, expected) => {
  expect(initials(name)).toBe(expected)
})
