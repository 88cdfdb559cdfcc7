import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countablePieces, countTokens, loadTokenCounter } from './count-tokens.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.constantFrom('word ', 'x', '\n', '<|endoftext|>', '語', '😀', '\ud83d', '  ', '{{a}}', '123'))
    .map((parts) => parts.join('')),
)

describe('tokens', () => {
  it.each([
    ['gpt-4o-mini', 'o200k_base', true],
    ['openai/gpt-5.1-codex', 'o200k_base', true],
    ['gpt-4.1', 'o200k_base', true],
    ['o3-mini', 'o200k_base', true],
    ['gpt-4-turbo', 'cl100k_base', true],
    ['GPT-3.5-turbo', 'cl100k_base', true],
    ['text-embedding-3-large', 'cl100k_base', true],
    ['claude-sonnet-4-5', 'o200k_base', false],
    ['google/gemini-2.5-pro', 'o200k_base', false],
    ['mistral-large', 'o200k_base', false],
    ['gpt-4all', 'o200k_base', false],
    ['', 'o200k_base', false],
    [null, 'o200k_base', false],
  ])('of %s are counted with %s, exactly: %s', async (model, encoding, exact) => {
    expect(await countTokens('Hello, world!', model)).toEqual({ tokens: 4, exact, encoding })
  })

  it('are those that OpenAI counts', async () => {
    // From the examples of OpenAI's own tokenizer, tiktoken.
    const count = async (text: string, model: string) => (await countTokens(text, model)).tokens
    expect(await count('tiktoken is great!', 'gpt-4')).toBe(6)
    expect(await count('tiktoken is great!', 'gpt-4o')).toBe(6)
    expect(await count('antidisestablishmentarianism', 'gpt-4')).toBe(6)
    expect(await count('お誕生日おめでとう', 'gpt-4')).toBe(9)
    expect(await count('お誕生日おめでとう', 'gpt-4o')).toBe(8)
    expect(await count('', 'gpt-4o')).toBe(0)
  })

  it('of any text are counted, at most one a byte, and about as many in parts as in whole', async () => {
    for (const model of ['gpt-4o', 'gpt-4']) {
      const count = await loadTokenCounter(model)
      fc.assert(
        fc.property(anyText, anyText, (one, two) => {
          const whole = count(one + two).tokens
          expect(whole).toBeLessThanOrEqual(new TextEncoder().encode(one + two).length)
          expect(whole === 0).toBe(one + two === '')
          // Only the words at the seam can come out otherwise.
          const seam = 2 * (/\S*\s*$/.exec(one)?.[0].length ?? 0) + 2 * (/^\s*\S*/.exec(two)?.[0].length ?? 0)
          expect(Math.abs(count(one).tokens + count(two).tokens - whole)).toBeLessThanOrEqual(seam * 4)
        }),
      )
    }
  })

  it('of words without an end are estimated', async () => {
    const count = await loadTokenCounter('gpt-4o')
    expect(count(`a ${'x'.repeat(100)}`)).toMatchObject({ exact: true })
    const { tokens, exact } = count('x'.repeat(100_000))
    expect(exact).toBe(false)
    expect(tokens).toBeGreaterThan(5000)
    expect(tokens).toBeLessThan(20_000)
  })

  it('are counted in pieces that make up the text', () => {
    const runs = fc.array(
      fc.tuple(fc.constantFrom('a', ' ', '!', '語', '😀', '1', '\n'), fc.integer({ min: 1, max: 300 })),
    )
    fc.assert(
      fc.property(runs, (runs) => {
        const text = runs.map(([unit, count]) => unit.repeat(count)).join('')
        const pieces = countablePieces(text)
        expect(pieces.join('')).toBe(text)
        for (const piece of pieces) expect(piece).not.toMatch(/\p{L}{101}|\s{101}|[^\s\p{L}\p{N}]{101}/u)
      }),
    )
  })
})
