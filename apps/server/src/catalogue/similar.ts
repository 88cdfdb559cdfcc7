import { createHash } from 'node:crypto'
import { bandsFor, fingerprintBands, LEAST_ALIKE_WORDS, similarityOf, wordsOf } from '@incipit/library'
import type { CatalogueStore, FingerprintRow } from './store.ts'

/** Below this, two prompts are merely about the same. */
export const ALIKE = 0.7
const MOST_ALIKE = 10

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
      if (wordsOf(content).length < LEAST_ALIKE_WORDS) return []
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

    /**
     * For each text the prompt in use that is most like it, but for the prompt of the text's own key; null where none is.
     * One statement for any number of texts.
     */
    async similarToEach(
      libraryId: string,
      texts: readonly { readonly key: string; readonly content: string }[],
    ): Promise<({ key: string; similarity: number } | null)[]> {
      const asked = texts.flatMap(({ key, content }, at) =>
        wordsOf(content).length < LEAST_ALIKE_WORDS
          ? []
          : [{ at, key, ...fingerprintOf(libraryId, content) }],
      )
      const found = asked.length > 0 ? await store.mostAlike(libraryId, asked, bandsFor(ALIKE)) : []
      const byText = new Map(found.map((one) => [one.at, one]))
      return texts.map((_, at) => {
        const one = byText.get(at)
        return one ? { key: one.key, similarity: one.equal ? 1 : similarityOf(one.shared) } : null
      })
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
