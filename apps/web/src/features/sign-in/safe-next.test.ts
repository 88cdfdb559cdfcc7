import { expect, test } from 'vitest'
import { safeNext } from './safe-next.ts'

test.each(['/l/demo', '/l/demo?tag=x', '/account'])('%s is kept', (next) => {
  expect(safeNext(next)).toBe(next)
})

test.each([
  null,
  '',
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '/sign-in?next=/',
])('%j leads to the start', (next) => {
  expect(safeNext(next)).toBe('/')
})
