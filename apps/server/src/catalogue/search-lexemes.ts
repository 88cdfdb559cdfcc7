import { type ParsedSearch, searchTerms, searchWords } from '@incipit/library'

/** What a prompt is found by. */
export interface SearchSource {
  readonly key: string
  readonly name: string
  readonly description: string
  readonly tags: readonly string[]
  /** The committed text on main; empty before the first commit. */
  readonly content: string
}

/**
 * Where a word stands. Each place holds the words of the places before it too, so that "in name, key or tags" is one look
 * into the index.
 */
const PLACES = { exact: '=', title: 'n', tags: 't', about: 'd', anywhere: 'c' } as const
type Place = (typeof PLACES)[keyof typeof PLACES]

/** Distinct words of a text that count. */
const MOST_TERMS = 20_000
/** A tsvector holds a megabyte of words. */
const MOST_BYTES = 900_000
/** Shorter and longer words, and numbers, are not what somebody misspelt. */
const SPELT = /^[\p{L}\p{M}][\p{L}\p{M}\p{N}]{2,23}$/u

/** What the index holds of a prompt: lexemes of its tsvector, without blanks, and the words for the vocabulary. */
export function lexemesOf(
  libraryId: string,
  { key, name, description, tags, content }: SearchSource,
): { lexemes: string[]; words: string[] } {
  const scope = scopeOf(libraryId)
  const title = searchTerms(`${name}\n${key}`, MOST_TERMS)
  const tagged = new Set([...title, ...searchTerms(tags.join('\n'), MOST_TERMS)])
  const about = new Set([...tagged, ...searchTerms(description, MOST_TERMS)])
  const anywhere = new Set([...about, ...searchTerms(content, MOST_TERMS)])
  const lexemes = [
    ...[key, name].map((text) => scope + PLACES.exact + wholeOf(text)),
    ...placed(scope, PLACES.title, title),
    ...placed(scope, PLACES.tags, tagged),
    ...placed(scope, PLACES.about, about),
    ...placed(scope, PLACES.anywhere, anywhere),
  ]
  return { lexemes: within(lexemes, MOST_BYTES), words: [...anywhere].filter((word) => SPELT.test(word)) }
}

/**
 * What a search asks of the index, by rank: 0 name or key is what was typed; 1 all words in name or key; 2 as the beginnings
 * of words there; 3 of tags too; 4 of the description too; 5 anywhere. Each finds what those before it find, and more.
 * Null when the search has no word.
 */
export function rankedQueries(libraryId: string, search: ParsedSearch): string[] | null {
  if (search.words.length === 0) return null
  const scope = scopeOf(libraryId)
  const each = (write: (term: string, whole: boolean) => string) =>
    search.words.map(({ term, whole }) => write(term, whole)).join(' & ')
  const beginning = (place: Place) => each((term, whole) => `'${scope}${place}${term}'${whole ? '' : ':*'}`)
  const queries = [
    `'${scope}${PLACES.exact}${wholeOf(search.text)}'`,
    each((term) => `'${scope}${PLACES.title}${term}'`),
    beginning(PLACES.title),
    beginning(PLACES.tags),
    beginning(PLACES.about),
    each((term, whole) => {
      const anywhere = `'${scope}${PLACES.anywhere}${term}'`
      if (whole) return anywhere
      // A single letter begins a word of nearly every text: there it counts as a word only.
      return isLetter(term) ? `('${scope}${PLACES.about}${term}':* | ${anywhere})` : `${anywhere}:*`
    }),
  ]
  const unwanted = unwantedQuery(libraryId, search)
  return unwanted ? queries.map((query) => `(${query}) & !(${unwanted})`) : queries
}

/** The index query for prompts that have any of the words that must not occur; null when there are none. */
export function unwantedQuery(libraryId: string, { excluded }: ParsedSearch): string | null {
  if (excluded.length === 0) return null
  return excluded.map((term) => `'${scopeOf(libraryId)}${PLACES.anywhere}${term}'`).join(' | ')
}

/** The index query for prompts that have words beginning so. */
export function beginningQuery(libraryId: string, term: string): string {
  return `'${scopeOf(libraryId)}${PLACES.anywhere}${term}':*`
}

/** The random end of the library's id. Two libraries may share it: whoever reads the index asks for the library too. */
function scopeOf(libraryId: string): string {
  return libraryId.slice(-4)
}

function wholeOf(text: string): string {
  const terms = [...searchWords(text)].flatMap((word) => word.terms)
  return terms.join('_').slice(0, 600).toWellFormed()
}

function placed(scope: string, place: Place, terms: ReadonlySet<string>): string[] {
  return Array.from(terms, (term) => scope + place + term)
}

function within(lexemes: readonly string[], bytes: number): string[] {
  let left = bytes
  return lexemes.filter((lexeme) => {
    left -= Buffer.byteLength(lexeme)
    return left >= 0
  })
}

function isLetter(term: string): boolean {
  return /^[a-z0-9]$/.test(term)
}
