import { expect, test } from 'vitest'
import { initialMapping, toMappingInput } from './mapping.ts'

const suggested = {
  name: 'act',
  content: 'prompt',
  category: null,
  subcategory: null,
  description: null,
  tags: null,
}

test('the guess of the server is where one begins', () => {
  expect(toMappingInput(initialMapping(suggested))).toMatchObject({
    name: 'act',
    content: 'prompt',
    category: null,
  })
})

test('without a column for the text nothing can be sent', () => {
  expect(toMappingInput(initialMapping({ ...suggested, content: null }))).toBeNull()
})
