import { expect, it } from 'vitest'
import { promptAddress } from './prompt-address.ts'

it('leads to the live text, or to the commit of a version', () => {
  expect(promptAddress('team', 'tasks-general-a', null)).toBe('/l/team/p/tasks-general-a')
  expect(promptAddress('team', 'tasks-general-a', '1.2.0')).toBe('/l/team/p/tasks-general-a/commits/1.2.0')
})
