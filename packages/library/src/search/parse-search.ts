import { searchWords } from './search-words.ts'

/** The most words of a search that count; further ones are left out. */
export const SEARCH_WORDS = 12

/** A word that has to occur. */
export interface WantedWord {
  /** As typed. */
  readonly text: string
  readonly term: string
  /** Whether only the whole word counts, not others that begin with it. */
  readonly whole: boolean
}

/** The filters that can be typed, by what stands before the colon. */
export const SEARCH_FILTERS = ['tag', 'category', 'status', 'owner', 'model'] as const
export type SearchFilterName = (typeof SEARCH_FILTERS)[number]

/** What a typed search asks for. */
export interface ParsedSearch {
  readonly words: readonly WantedWord[]
  /** Words, as typed, that have to stand one after the other. */
  readonly phrases: readonly (readonly string[])[]
  /** Terms of words that must not occur. */
  readonly excluded: readonly string[]
  readonly filters: Readonly<Record<SearchFilterName, readonly string[]>>
  /** The search without its filters, as typed. */
  readonly text: string
}

const PIECE = /(-?)(?:([a-z]+):(?:"([^"]*)"|(\S+))|"([^"]*)"?|(\S+))/gu

/**
 * Reads a search: words, `"a phrase"`, `-unwanted`, and filters such as `tag:support` or `owner:"product team"`.
 * Total: whatever is no syntax is read as words.
 */
export function parseSearch(search: string): ParsedSearch {
  const words: WantedWord[] = []
  const phrases: string[][] = []
  const excluded: string[] = []
  const filters: Record<SearchFilterName, string[]> = {
    tag: [],
    category: [],
    status: [],
    owner: [],
    model: [],
  }
  const kept: string[] = []
  for (const [piece, minus, name, quotedValue, value, phrase, word] of search.matchAll(PIECE)) {
    const filter = minus ? undefined : SEARCH_FILTERS.find((known) => known === name)
    if (filter && (quotedValue ?? value)) {
      filters[filter].push((quotedValue ?? value)!)
      continue
    }
    kept.push(piece)
    const read = wanted(phrase ?? word ?? piece.slice(minus!.length), phrase !== undefined)
    if (minus) excluded.push(...read.map(({ term }) => term))
    else words.push(...read)
    if (!minus && phrase !== undefined && read.length > 1)
      phrases.push([...new Set(read.map((one) => one.text))])
  }
  return {
    words: distinct(words).slice(0, SEARCH_WORDS),
    phrases: phrases.slice(0, SEARCH_WORDS),
    excluded: [...new Set(excluded)].slice(0, SEARCH_WORDS),
    filters,
    text: kept.join(' '),
  }
}

function wanted(text: string, whole: boolean): WantedWord[] {
  return [...searchWords(text)].flatMap((word) =>
    word.terms.map((term) => ({
      text: text.slice(word.from, word.to),
      term,
      // One of several pairs of characters stands between others, so nothing can follow in it.
      whole: whole || word.terms.length > 1,
    })),
  )
}

function distinct(words: readonly WantedWord[]): WantedWord[] {
  const byTerm = new Map<string, WantedWord>()
  for (const word of words) {
    const known = byTerm.get(word.term)
    if (!known || (word.whole && !known.whole)) byTerm.set(word.term, word)
  }
  return [...byTerm.values()]
}
