import { expect, test } from 'vitest'
import { trimExcerpt } from './trim-excerpt.ts'

const hits = ({ text, ranges }: ReturnType<typeof trimExcerpt>) =>
  ranges.map(({ from, to }) => text.slice(from, to))

test('a hit near the start stays where it is', () => {
  const excerpt = { text: 'Sort the ticket', ranges: [{ from: 9, to: 15 }] }
  expect(trimExcerpt(excerpt)).toEqual(excerpt)
})

test('what stands long before the first hit is cut at a word', () => {
  const text = 'You are the first reader of every message and decide'
  const [at, second] = [text.indexOf('message'), text.indexOf('decide')]
  const trimmed = trimExcerpt({
    text,
    ranges: [
      { from: at, to: at + 7 },
      { from: second, to: second + 6 },
    ],
  })
  expect(trimmed.text).toMatch(/^…\w+ .*message and decide$/)
  expect(hits(trimmed)).toEqual(['message', 'decide'])
  expect(trimmed.ranges[0]?.from).toBeLessThanOrEqual(17)
})

test('without a gap before the hit it is cut anyway', () => {
  const text = `${'x'.repeat(60)}needle`
  expect(hits(trimExcerpt({ text, ranges: [{ from: 60, to: 66 }] }))).toEqual(['needle'])
})

test('line breaks become gaps, the hit stays in place', () => {
  expect(hits(trimExcerpt({ text: 'one\ntwo three', ranges: [{ from: 4, to: 7 }] }))).toEqual(['two'])
})
