import { diagnose } from '@incipit/document'
import { expect, it } from 'vitest'
import { withTokens } from './with-tokens.ts'

const TEXT = 'user:\nHello\n'
const codes = (...given: Parameters<typeof withTokens>) =>
  diagnose(TEXT, withTokens(...given)).map(({ code }) => code)

it('a text is too long once it has more tokens than the library allows, and not before both are known', () => {
  const tokens = { tokens: 5, exact: true, encoding: 'o200k_base' } as const
  expect(codes({}, 4, tokens)).toEqual(['over-token-limit'])
  expect(codes({}, 5, tokens)).toEqual([])
  expect(codes({}, null, tokens)).toEqual([])
  expect(codes({}, 4, null)).toEqual([])
})
