import { countingFor, type TokenEncoding } from './token-encoding.ts'

/** How many tokens a text has. */
export interface TokenCount {
  readonly tokens: number
  /** `false`: an estimate, because the model's own encoding is not known, or because the text has words too long to be counted in time. */
  readonly exact: boolean
  /** What was counted with. */
  readonly encoding: TokenEncoding
}

/** Counts the tokens of texts. Never throws; its time is linear in the length of the text. */
export type TokenCounter = (text: string) => TokenCount

/**
 * Count the tokens of a text for a model, as plain text: what a provider adds around messages is not counted.
 *
 * @param model its id, with or without a provider before a slash; `null` when it is not known
 */
export async function countTokens(text: string, model: string | null): Promise<TokenCount> {
  return (await loadTokenCounter(model))(text)
}

/** A counter for a model, to be called at once. The first one of an encoding loads its table, a few megabytes. */
export async function loadTokenCounter(model: string | null): Promise<TokenCounter> {
  const { encoding, exact } = countingFor(model)
  const count = await load(encoding)
  return (text) => {
    const pieces = countablePieces(text)
    const tokens = pieces.reduce((sum, piece) => sum + count(piece, AS_TEXT), 0)
    return { tokens, exact: exact && pieces.length <= 1, encoding }
  }
}

/** Marks such as `<|endoftext|>` in a prompt are text, not instructions. */
const AS_TEXT = { allowedSpecial: new Set<string>(), disallowedSpecial: new Set<string>() }

async function load(encoding: TokenEncoding) {
  const { countTokens } =
    encoding === 'o200k_base'
      ? await import('gpt-tokenizer/encoding/o200k_base')
      : await import('gpt-tokenizer/encoding/cl100k_base')
  return countTokens
}

/** Longer than words of any language; the tokenizer's time grows with the square of it. */
const LONGEST_RUN = 100
const LONG_RUN = new RegExp(
  ['[\\p{L}\\p{M}]', '[^\\s\\p{L}\\p{N}]', '\\s'].map((kind) => `${kind}{${LONGEST_RUN + 1},}`).join('|'),
  'gu',
)
const CHUNK = new RegExp(`.{1,${LONGEST_RUN}}`, 'gsu')

/** @internal The text cut where a run of letters, marks or blanks is too long; one piece where none is. */
export function countablePieces(text: string): string[] {
  const pieces: string[] = []
  let position = 0
  for (const { 0: run, index } of text.matchAll(LONG_RUN)) {
    pieces.push(text.slice(position, index), ...(run.match(CHUNK) ?? []))
    position = index + run.length
  }
  return [...pieces, text.slice(position)].filter((piece) => piece !== '')
}
