import { expect, test } from 'vitest'
import { trimExcerpt } from './trim-excerpt.ts'

const hit = ({ text, from, to }: ReturnType<typeof trimExcerpt>) => text.slice(from, to)

test('a hit near the start stays where it is', () => {
  expect(trimExcerpt({ text: 'Sort the ticket', from: 9, to: 15 })).toEqual({
    text: 'Sort the ticket',
    from: 9,
    to: 15,
  })
})

test('what stands long before the hit is cut at a word', () => {
  const text = 'You are the first reader of every message and decide'
  const at = text.indexOf('message')
  const trimmed = trimExcerpt({ text, from: at, to: at + 7 })
  expect(trimmed.text).toMatch(/^…\w+ .*message and decide$/)
  expect(hit(trimmed)).toBe('message')
  expect(trimmed.from).toBeLessThanOrEqual(17)
})

test('without a gap before the hit it is cut anyway', () => {
  const text = `${'x'.repeat(60)}needle`
  expect(hit(trimExcerpt({ text, from: 60, to: 66 }))).toBe('needle')
})

test('line breaks become gaps, the hit stays in place', () => {
  expect(hit(trimExcerpt({ text: 'one\ntwo three', from: 4, to: 7 }))).toBe('two')
})
