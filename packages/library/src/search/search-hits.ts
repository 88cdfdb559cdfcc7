import type { ParsedSearch } from './parse-search.ts'
import { type SearchWord, searchWords } from './search-words.ts'

/** A place in a text, in UTF-16 units. */
export interface TextRange {
  readonly from: number
  readonly to: number
}

/** A part of a text with the hits in it. */
export interface SearchExcerpt {
  readonly text: string
  readonly ranges: readonly TextRange[]
}

type Wanted = Pick<ParsedSearch, 'words'>

/** Where words of a search occur in a text; of a word that was typed in part, only that part where it is the beginning. */
export function searchHits(text: string, search: Wanted): TextRange[] {
  const hits: TextRange[] = []
  for (const word of searchWords(text)) {
    const hit = hitOf(text, word, search)
    const last = hits.at(-1)
    if (hit && last && hit.from <= last.to)
      hits[hits.length - 1] = { from: last.from, to: Math.max(last.to, hit.to) }
    else if (hit) hits.push(hit)
  }
  return hits
}

function hitOf(text: string, word: SearchWord, { words }: Wanted): TextRange | null {
  let hit: TextRange | null = null
  for (const { term, whole } of words) {
    if (word.terms.length > 1) {
      const at = word.terms.indexOf(term)
      if (at >= 0) hit = joined(hit, pairRange(text, word, at, term))
      continue
    }
    const own = word.terms[0]!
    if (own === term || word.parts.includes(term)) return { from: word.from, to: word.to }
    if (!whole && own.startsWith(term))
      hit = joined(hit, { from: word.from, to: beginning(text, word, term) })
    else if (!whole && word.parts.some((part) => part.startsWith(term)))
      hit = { from: word.from, to: word.to }
  }
  return hit
}

/** Where the typed beginning of a word ends; the whole word where folding changed its length. */
function beginning(text: string, word: SearchWord, term: string): number {
  const raw = text.slice(word.from, word.to)
  return raw.length === word.terms[0]!.length ? word.from + term.length : word.to
}

function pairRange(text: string, word: SearchWord, at: number, term: string): TextRange {
  const characters = [...text.slice(word.from, word.to)]
  if (characters.length !== word.terms.length + 1) return { from: word.from, to: word.to }
  const from = word.from + characters.slice(0, at).join('').length
  return { from, to: Math.min(word.to, from + term.length) }
}

function joined(a: TextRange | null, b: TextRange): TextRange {
  return a ? { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) } : b
}

/**
 * The part of a text that shows most of a search: where most different words stand close together, the first such place.
 *
 * @param length about how much to show, in UTF-16 units
 * @returns null when nothing of the search occurs
 */
export function searchExcerpt(text: string, search: Wanted, length: number): SearchExcerpt | null {
  const hits = searchHits(text, search)
  if (hits.length === 0) return null
  const lead = Math.floor(length / 4)
  let best = { at: 0, score: 0 }
  for (let at = 0, end = 0; at < hits.length; at += 1) {
    while (end < hits.length && hits[end]!.to <= hits[at]!.from + length - lead) end += 1
    const seen = new Set(
      hits.slice(at, Math.min(end, at + 20)).map(({ from, to }) => text.slice(from, to).toLowerCase()),
    )
    if (seen.size > best.score) best = { at, score: seen.size }
  }
  const from = startOfWord(text, Math.max(0, hits[best.at]!.from - lead), hits[best.at]!.from)
  const to = endOf(text, Math.max(from + length, hits[best.at]!.to))
  return {
    text: text.slice(from, to),
    ranges: hits
      .filter((hit) => hit.from >= from && hit.to <= to)
      .map((hit) => ({ from: hit.from - from, to: hit.to - from })),
  }
}

function startOfWord(text: string, rough: number, hit: number): number {
  if (rough === 0) return 0
  const blank = text.slice(rough, hit).search(/\s/)
  const from = blank < 0 ? rough : rough + blank + 1
  return /[\udc00-\udfff]/.test(text[from] ?? '') ? from + 1 : from
}

function endOf(text: string, rough: number): number {
  if (rough >= text.length) return text.length
  return /[\udc00-\udfff]/.test(text[rough]!) ? rough - 1 : rough
}
