import { expect, it } from 'vitest'
import { choose } from './chosen-pair.ts'

it('choose keeps the two chosen last and lets one go again', () => {
  expect(choose([], 'a')).toEqual(['a'])
  expect(choose(['a'], 'b')).toEqual(['a', 'b'])
  expect(choose(['a', 'b'], 'c')).toEqual(['b', 'c'])
  expect(choose(['a', 'b'], 'a')).toEqual(['b'])
})
