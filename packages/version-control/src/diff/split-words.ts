/**
 * Scripts written without blanks between words: there, every character counts as a word.
 */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Tibetan}'
const LETTER = `[[\\p{L}\\p{N}_]--[${UNSPACED}]]`
/** What belongs to the character before it: accents, vowel signs, variation selectors, joined and coloured emoji. */
const ATTACHED = '(?:[\\p{M}\\p{Emoji_Modifier}]|\\u{200D}\\p{Extended_Pictographic})*'

const WORD = new RegExp(
  `${LETTER}[[\\p{L}\\p{N}\\p{M}_]--[${UNSPACED}]]*|\\n|[^\\S\\n]+|[\\p{RI}]{2}|.${ATTACHED}`,
  'gsv',
)

/**
 * @internal The words of a text, in order and without loss: runs of letters and digits, single characters of scripts without
 * blanks, runs of blanks, single line breaks, and every other character (punctuation, emoji) by itself. Surrogate pairs stay whole.
 */
export function splitWords(text: string): string[] {
  return text.match(WORD) ?? []
}

const HAS_WORD = /[\p{L}\p{N}\p{Extended_Pictographic}]/u

/** @internal Whether a piece of {@link splitWords} says something: no blank, line break or punctuation mark. */
export function isWord(piece: string): boolean {
  return HAS_WORD.test(piece)
}
