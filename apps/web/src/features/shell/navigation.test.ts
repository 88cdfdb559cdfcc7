import { expect, test } from 'vitest'
import { DESTINATIONS, isWithin } from './navigation.ts'

const current = (pathname: string) =>
  DESTINATIONS.filter((destination) => isWithin(destination, 'demo', pathname)).map(({ label }) => label)

test.each([
  ['/l/demo', ['Library']],
  ['/l/demo/p/tasks-general-summary/history', ['Library']],
  ['/l/demo/import', ['Library']],
  ['/l/demo/audit', ['Audit']],
  ['/l/demo/members', ['Settings']],
  ['/l/demo/settings', ['Settings']],
  ['/account', []],
])('%s lies within %j', (pathname, expected) => {
  expect(current(pathname)).toEqual(expected)
})
