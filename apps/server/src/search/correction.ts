import {
  closestWord,
  LEAST_CORRECTED,
  oneMistake,
  parseSearch,
  searchWords,
  TWICE_WRONG,
} from '@incipit/library'
import { sql } from 'drizzle-orm'
import { beginningQuery, textArray } from '../catalogue/index.ts'
import type { Database } from '../platform/database.ts'

/** Words of the same beginning that are looked at for two mistakes. */
const MOST_NEIGHBOURS = 4_000
/** Words close enough that are asked how many prompts have them. */
const MOST_CANDIDATES = 8
/** Behind every word that begins so, in the order of bytes. */
const LAST = '\u{10ffff}'

/** Finds what a search meant whose words no prompt of the library has. */
export function createCorrection(db: Database) {
  /** How many prompts (up to a hundred) have words beginning so. */
  async function uses(
    libraryId: string,
    terms: readonly string[],
  ): Promise<{ word: string; uses: number }[]> {
    if (terms.length === 0) return []
    const queries = textArray(terms.map((term) => beginningQuery(libraryId, term)))
    return db.execute<{ word: string; uses: number }>(sql`
      select v.word, (select count(*)::int from (select 1 from prompt_search
        where library_id = ${libraryId}::uuid and terms @@ v.query::tsquery limit 100) s) as uses
      from unnest(${textArray(terms)}::text[], ${queries}::text[]) as v(word, query)`)
  }

  /** Known words one mistake away, or beginning with what is. */
  async function near(libraryId: string, term: string): Promise<string[]> {
    const rows = await db.execute<{ word: string; meant: string }>(sql`
      select v.word, e.meant from unnest(${textArray(oneMistake(term))}::text[]) as e(meant)
      cross join lateral (select word from search_vocabulary where library_id = ${libraryId}::uuid
        and word >= e.meant collate "C" and word < (e.meant || ${LAST}::text) collate "C" order by word limit 1) v`)
    const whole = rows.filter((row) => row.word === row.meant)
    return (whole.length > 0 ? whole : rows).map((row) => row.meant)
  }

  /** Known words of about the same length that begin with the same third. */
  async function neighbours(libraryId: string, term: string): Promise<string[]> {
    const beginning = term.slice(0, Math.ceil(term.length / 3))
    const rows = await db.execute<{ word: string }>(sql`
      select word from search_vocabulary where library_id = ${libraryId}::uuid
        and word >= ${beginning}::text collate "C" and word < ${beginning + LAST}::text collate "C"
        and length(word) between ${term.length - 2}::int and ${term.length + 2}::int
      limit ${MOST_NEIGHBOURS}`)
    return rows.map((row) => row.word)
  }

  async function meant(libraryId: string, term: string): Promise<string | null> {
    if (term.length < LEAST_CORRECTED) return null
    let close = await near(libraryId, term)
    if (close.length === 0 && term.length >= TWICE_WRONG) close = await neighbours(libraryId, term)
    const likely: string[] = []
    for (let left = close; likely.length < MOST_CANDIDATES; ) {
      const next = closestWord(
        term,
        left.map((word) => ({ word, uses: 0 })),
      )
      if (next === null) break
      likely.push(next)
      left = left.filter((word) => word !== next)
    }
    const known = (await uses(libraryId, likely)).filter((entry) => entry.uses > 0)
    return closestWord(term, known)
  }

  /** The search with words that exist in place of those that do not; null when there is nothing to correct, or no idea. */
  return async function correct(libraryId: string, search: string): Promise<string | null> {
    const asked = await uses(
      libraryId,
      parseSearch(search).words.map(({ term }) => term),
    )
    const unknown = asked.filter((entry) => entry.uses === 0).map((entry) => entry.word)
    const replacements = new Map<string, string>()
    for (const term of unknown) {
      const other = await meant(libraryId, term)
      if (other) replacements.set(term, other)
    }
    return replacements.size === 0 ? null : replaced(search, replacements)
  }
}

export type Correct = ReturnType<typeof createCorrection>

function replaced(search: string, replacements: ReadonlyMap<string, string>): string {
  let result = ''
  let end = 0
  for (const word of searchWords(search)) {
    const other = word.terms.length === 1 ? replacements.get(word.terms[0]!) : undefined
    if (other === undefined) continue
    result += search.slice(end, word.from) + other
    end = word.to
  }
  return result + search.slice(end)
}
