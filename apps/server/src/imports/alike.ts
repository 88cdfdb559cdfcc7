import { bandsFor, fingerprintBands, LEAST_ALIKE_WORDS, similarityOf, wordsOf } from '@incipit/library'
import { ALIKE, type Catalogue } from '../catalogue/index.ts'
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

type Fingerprinted = { readonly row: PlannedRow; readonly words: string; readonly bands: readonly number[] }

/** Finds rows of one file that are like a prompt of the library or an earlier row. One statement for any number of rows. */
export function createAlikeFinder(catalogue: Catalogue, libraryId: string) {
  const byBand = new Map<number, Fingerprinted[]>()

  function remember(entry: Fingerprinted): void {
    for (const band of entry.bands) {
      const known = byBand.get(band)
      if (known) known.push(entry)
      else byBand.set(band, [entry])
    }
  }

  /** The earlier row that is most like this one. */
  function inFile(entry: Fingerprinted): Pick<AlikeRow, 'key' | 'similarity'> | null {
    const shared = new Map<Fingerprinted, number>()
    for (const band of entry.bands) {
      for (const other of byBand.get(band) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
    }
    const [best] = [...shared].sort(([, a], [, b]) => b - a)
    if (!best || best[1] < bandsFor(ALIKE)) return null
    const [{ row, words }, bands] = best
    return { key: row.key, similarity: words === entry.words ? 1 : similarityOf(bands) }
  }

  return async function findAlike(rows: readonly PlannedRow[]): Promise<AlikeRow[]> {
    const inLibrary = await catalogue.similarToEach(libraryId, rows)
    return rows.flatMap((row, at) => {
      const words = wordsOf(row.content)
      if (words.length < LEAST_ALIKE_WORDS) return []
      const entry = { row, words: words.join(' '), bands: fingerprintBands(words) }
      const like = inLibrary[at] ?? inFile(entry)
      remember(entry)
      return like ? [{ row: row.row, line: row.line, name: row.name, ...like }] : []
    })
  }
}

export type FindAlike = ReturnType<typeof createAlikeFinder>
