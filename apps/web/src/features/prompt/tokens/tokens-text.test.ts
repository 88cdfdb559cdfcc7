import { describe, expect, it } from 'vitest'
import { asJson, asText } from '../preview/preview-copy.ts'
import { tokensText } from './tokens-text.ts'

describe('tokensText', () => {
  it('says what is an estimate, and what is allowed', () => {
    expect(tokensText({ total: 1204, exact: false }, 4000)).toBe('about 1,204 of 4,000 tokens')
    expect(tokensText({ total: 1, exact: true }, null)).toBe('1 token')
    expect(tokensText({ total: 0, exact: true }, null)).toBe('0 tokens')
  })
})

it('messages are copied as text with role lines, and as JSON without anything else', () => {
  const messages = [{ role: 'user' as const, content: 'Hi "you"', pieces: [] }]
  expect(asText(messages)).toBe('user:\nHi "you"\n')
  expect(JSON.parse(asJson(messages))).toEqual([{ role: 'user', content: 'Hi "you"' }])
})
