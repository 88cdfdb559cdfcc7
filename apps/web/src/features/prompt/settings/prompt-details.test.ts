import { expect, it } from 'vitest'
import { changedDetails } from './prompt-details.ts'

const before = {
  name: 'Greeting',
  description: '',
  category: 'agents',
  subcategory: 'support',
  owner: 'product-team',
  tags: ['support'],
}

it('changedDetails holds only what was changed', () => {
  expect(changedDetails(before, { ...before, tags: ['support'] })).toEqual({})
  expect(changedDetails(before, { ...before, name: 'Welcome', tags: [] })).toEqual({
    name: 'Welcome',
    tags: [],
  })
})
