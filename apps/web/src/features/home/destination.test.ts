import { expect, test } from 'vitest'
import { destinationOf } from './destination.ts'

const server = { setupRequired: false }
const user = { id: 'u' }

test('a stranger goes to the sign-in page, or to the set-up of a new server', () => {
  expect(destinationOf({ server, viewer: null })).toBe('/sign-in')
  expect(destinationOf({ server: { setupRequired: true }, viewer: null })).toBe('/setup')
})

test('a member goes to their first library, somebody without one nowhere', () => {
  expect(
    destinationOf({ server, viewer: { user, libraries: { edges: [{ node: { slug: 'demo' } }] } } }),
  ).toBe('/l/demo')
  expect(destinationOf({ server, viewer: { user, libraries: { edges: [] } } })).toBeNull()
})
