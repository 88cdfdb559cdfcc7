import { createHash } from 'node:crypto'
import { bandsFor, fingerprintBands, similarityOf, wordsOf } from '@incipit/library'
import type { CatalogueStore, FingerprintRow } from './store.ts'

/** Below this, two prompts are merely about the same. */
const ALIKE = 0.7
const MOST_ALIKE = 10
/** Texts of fewer words are alike by chance. */
const LEAST_WORDS = 8

/** A prompt whose text on main is like another text. */
export interface SimilarPrompt {
  readonly libraryId: string
  readonly promptId: string
  /** Whether the words are the same. */
  readonly equal: boolean
  /** Estimated share of common word triples, 0 to 1. */
  readonly similarity: number
}

/** Finds copies. */
export function createSimilar(store: CatalogueStore) {
  return {
    /** Prompts in use whose text is nearly this one, the most alike first; at most ten. */
    async similarTo(
      libraryId: string,
      content: string,
      exceptId: string | null = null,
    ): Promise<SimilarPrompt[]> {
      if (wordsOf(content).length < LEAST_WORDS) return []
      const found = await store.alike(
        libraryId,
        fingerprintOf(libraryId, content),
        bandsFor(ALIKE),
        MOST_ALIKE + 1,
      )
      return found
        .filter(({ promptId }) => promptId !== exceptId)
        .slice(0, MOST_ALIKE)
        .map(({ promptId, equal, shared }) => ({
          libraryId,
          promptId,
          equal,
          similarity: equal ? 1 : similarityOf(shared),
        }))
    },
  }
}

export function fingerprintOf(
  libraryId: string,
  content: string,
): Pick<FingerprintRow, 'wordsHash' | 'bands'> {
  const words = wordsOf(content)
  // The last 32 bits of a UUIDv7 are random.
  const seed = Number.parseInt(libraryId.slice(-8), 16)
  return {
    wordsHash: createHash('sha256').update(words.join(' ')).digest('hex'),
    bands: fingerprintBands(words, seed),
  }
}
