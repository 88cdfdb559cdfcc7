import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chunksOf } from './chunks.ts'

test('the chunks are the text, in order and within the size', () => {
  const law = fc.property(
    fc.array(fc.constantFrom('a', 'é', '😀', '\n')).map((letters) => letters.join('')),
    fc.integer({ min: 2, max: 9 }),
    (text, size) => {
      const chunks = chunksOf(text, size)
      return (
        chunks.map((chunk) => chunk.text).join('') === text &&
        chunks.every((chunk) => chunk.text.length <= size && text.startsWith(chunk.text, chunk.offset)) &&
        chunks.every((chunk, at) => chunk.last === (at === chunks.length - 1))
      )
    },
  )
  expect(fc.check(law).failed).toBe(false)
})

test('a character of two halves stays whole', () => {
  expect(chunksOf('ab😀', 3).map((chunk) => chunk.text)).toEqual(['ab', '😀'])
})

test('an empty file is one empty chunk', () => {
  expect(chunksOf('')).toEqual([{ text: '', offset: 0, last: true }])
})
