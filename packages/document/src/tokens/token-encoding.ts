/** An encoding of OpenAI's, as its tokenizers name it. */
export type TokenEncoding = 'o200k_base' | 'cl100k_base'

/** @internal How to count for a model. */
export interface Counting {
  readonly encoding: TokenEncoding
  /** Whether the model itself uses that encoding. */
  readonly exact: boolean
}

/** Ids of OpenAI's models, newer ones first, after a prefix that names who serves them. */
const ENCODINGS: readonly (readonly [RegExp, TokenEncoding])[] = [
  [
    /^(chatgpt-4o|gpt-4o|gpt-4\.\d|gpt-[5-9]|gpt-oss|gpt-realtime|gpt-audio|codex|o[1-9])(?![a-z0-9])/,
    'o200k_base',
  ],
  [/^(gpt-4|gpt-3\.5|gpt-35|text-embedding-(3|ada-002))(?![a-z0-9])/, 'cl100k_base'],
]

/**
 * @internal Which encoding counts a model's tokens. Models of other families (Claude, Gemini, Llama, Mistral and so on) do not publish theirs or
 * change it with each version: for them o200k_base estimates, because it too was made for many languages and code.
 */
export function countingFor(model: string | null): Counting {
  const id = model?.toLowerCase().split('/').at(-1)?.trim() ?? ''
  const known = ENCODINGS.find(([pattern]) => pattern.test(id))
  return known ? { encoding: known[1], exact: true } : { encoding: 'o200k_base', exact: false }
}
