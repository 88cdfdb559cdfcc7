import { bandsFor, fingerprintBands, LEAST_ALIKE_WORDS, similarityOf, wordsOf } from '@incipit/library'
import { ALIKE, type Catalogue, MOST_COMPARED } from '../catalogue/index.ts'
import type { PlannedRow } from './plan-row.ts'

/** A row whose text is nearly that of a prompt, or of an earlier row of the file. It is imported all the same. */
export interface AlikeRow {
  readonly row: number
  readonly line: number
  readonly name: string
  /** Key of the prompt it is like, or that the earlier row would become. */
  readonly key: string
  /** Share of word triples that both probably have, 0 to 1; 1 for the same words. */
  readonly similarity: number
}

type Fingerprinted = { readonly key: string; readonly words: string; readonly bands: readonly number[] }

/**
 * Finds rows of one file that are like a prompt of the library or an earlier row: one statement for any number of rows. Of
 * a band the first rows are kept, so that a row costs the same in a file of any length.
 */
export function createAlikeFinder(catalogue: Catalogue, libraryId: string) {
  const byWords = new Map<string, Fingerprinted>()
  const byBand = new Map<number, Fingerprinted[]>()

  function remember(entry: Fingerprinted): void {
    if (!byWords.has(entry.words)) byWords.set(entry.words, entry)
    for (const band of entry.bands) {
      const known = byBand.get(band)
      if (!known) byBand.set(band, [entry])
      else if (known.length < MOST_COMPARED) known.push(entry)
    }
  }

  /** The earlier row that is most like this one. */
  function inFile(entry: Fingerprinted): Pick<AlikeRow, 'key' | 'similarity'> | null {
    const same = byWords.get(entry.words)
    if (same) return { key: same.key, similarity: 1 }
    const shared = new Map<Fingerprinted, number>()
    for (const band of entry.bands) {
      for (const other of byBand.get(band) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
    }
    const [best] = [...shared].sort(([, a], [, b]) => b - a)
    if (!best || best[1] < bandsFor(ALIKE)) return null
    return { key: best[0].key, similarity: similarityOf(best[1]) }
  }

  return async function findAlike(rows: readonly PlannedRow[]): Promise<AlikeRow[]> {
    const inLibrary = await catalogue.similarToEach(libraryId, rows)
    return rows.flatMap((row, at) => {
      const words = wordsOf(row.content)
      if (words.length < LEAST_ALIKE_WORDS) return []
      const entry = { key: row.key, words: words.join(' '), bands: fingerprintBands(words) }
      const like = inLibrary[at] ?? inFile(entry)
      remember(entry)
      return like ? [{ row: row.row, line: row.line, name: row.name, ...like }] : []
    })
  }
}

export type FindAlike = ReturnType<typeof createAlikeFinder>
