/** Longest term, in UTF-16 units; what is longer is found by its beginning. */
const TERM_LENGTH = 40
/** Letters of a word that are looked at: blobs without blanks cost no more than words. */
const WORD_LENGTH = 120

const WORD = /[\p{L}\p{N}\p{M}]+/gu
const NO_WORD = /[^\p{L}\p{N}\p{M}]+/gu
const ACCENTS = /[\u0300-\u036f]+/g
const ASCII = /^[a-zA-Z0-9]*$/
const HUMPS = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u
/** Scripts written without blanks between words. */
const UNSPACED =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}][\p{M}ー]*)+/gu

/** A word of a text, where it stands, and what it is found by. */
export interface SearchWord {
  /** Place in the text, in UTF-16 units. */
  readonly from: number
  readonly to: number
  /** What it is searched as: several terms where a script has no blanks, otherwise one. All of them must be there. */
  readonly terms: readonly string[]
  /** Its parts (`getUserName`: get, user, name), under which it is found too. */
  readonly parts: readonly string[]
}

/**
 * The words of a text in order: letters and digits, folded by {@link foldWord}. Texts and queries are read alike.
 * Runs of a script without blanks become pairs of neighbouring characters.
 */
export function* searchWords(text: string): Generator<SearchWord> {
  for (const match of text.matchAll(WORD)) {
    const raw = match[0]
    const from = match.index
    const shortened = raw.length > WORD_LENGTH ? raw.slice(0, WORD_LENGTH) : raw
    if (ASCII.test(shortened)) {
      yield {
        from,
        to: from + raw.length,
        terms: [termOf(shortened.toLowerCase())],
        parts: humpsOf(shortened),
      }
      continue
    }
    const folded = foldWord(shortened)
    if (folded === '') continue
    const { terms, ends } = termsOf(folded)
    yield { from, to: from + raw.length, terms, parts: [...humpsOf(shortened), ...ends] }
  }
}

/** Upper and lower case, accents and compatibility forms made one; letters, digits and marks only. */
export function foldWord(word: string): string {
  return word
    .toWellFormed()
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(NO_WORD, '')
    .normalize('NFC')
}

/**
 * The distinct terms by which a text is found: its words, their parts, and two words joined by a hyphen as one (`e-mail`
 * is found as `email`).
 *
 * @param limit the most terms; of a longer text the beginning counts
 */
export function searchTerms(text: string, limit: number): Set<string> {
  const terms = new Set<string>()
  let previous: SearchWord | null = null
  let chained = false
  for (const word of searchWords(text)) {
    if (terms.size >= limit) break
    for (const term of word.terms) terms.add(term)
    for (const part of word.parts) terms.add(part)
    const joins: boolean = previous !== null && word.from === previous.to + 1 && text[previous.to] === '-'
    if (joins && !chained && text[word.to] !== '-')
      terms.add(termOf(previous!.terms.join('') + word.terms.join('')))
    chained = joins
    previous = word
  }
  return terms
}

/** 東京都: 東京 and 京都; the last character stands alone too, so that each is the beginning of something. */
function termsOf(folded: string): { terms: string[]; ends: string[] } {
  const terms: string[] = []
  const ends: string[] = []
  let end = 0
  for (const run of folded.matchAll(UNSPACED)) {
    if (run.index > end) terms.push(termOf(folded.slice(end, run.index)))
    const characters = [...run[0]]
    const pairs = characters.slice(1).map((character, at) => characters[at]! + character)
    terms.push(...(pairs.length > 0 ? pairs : characters))
    if (pairs.length > 0) ends.push(characters.at(-1)!)
    end = run.index + run[0].length
  }
  if (end < folded.length) terms.push(termOf(folded.slice(end)))
  return { terms, ends }
}

function humpsOf(word: string): string[] {
  if (!/\p{Lu}/u.test(word.slice(1))) return []
  const parts = word.split(HUMPS)
  if (parts.length < 2) return []
  return parts
    .map(foldWord)
    .filter((part) => part.length > 1)
    .map(termOf)
}

/** No half of a character pair is left at the end. */
function termOf(word: string): string {
  return word.length <= TERM_LENGTH ? word : word.slice(0, TERM_LENGTH).replace(/[\ud800-\udbff]$/, '')
}
