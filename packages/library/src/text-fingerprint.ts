/** Words that stand together count as one piece of a text. */
const SHINGLE_WORDS = 3
/** Bands of a signature, each a hash of so many minima: texts with similarity s share a band with probability s⁴. */
const BANDS = 16
const ROWS = 4
/** Texts of fewer words are alike by chance. */
export const LEAST_ALIKE_WORDS = 8
/** What follows says little about whether a text is a copy, and would cost its length. */
const READ_LENGTH = 200_000

/** What tells texts apart that differ in more than blanks, case and punctuation. */
export function wordsOf(text: string): string[] {
  return (
    text
      .slice(0, READ_LENGTH)
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/**
 * Bands of the MinHash signature of a text's words (Broder 1997; banding as in Leskovec, Rajaraman and Ullman,
 * Mining of Massive Datasets, 3.4): 32-bit integers, of which texts nearly the same share some.
 *
 * @param seed mixed into every band, so that bands of different tenants never meet
 */
export function fingerprintBands(words: readonly string[], seed = 0): number[] {
  const minima = new Uint32Array(BANDS * ROWS).fill(0xffffffff)
  for (const shingle of shinglesOf(words)) {
    const base = hash(shingle, 0x811c9dc5)
    const step = hash(shingle, 0x9747b28c) | 1
    for (let n = 0; n < minima.length; n += 1) {
      const value = scramble((base + Math.imul(step, n + 1)) >>> 0)
      if (value < minima[n]!) minima[n] = value
    }
  }
  return Array.from({ length: BANDS }, (_, band) => {
    let mixed = scramble((seed ^ Math.imul(band + 1, 0x9e3779b1)) >>> 0)
    for (let row = 0; row < ROWS; row += 1) mixed = scramble((mixed ^ minima[band * ROWS + row]!) >>> 0)
    return mixed | 0
  })
}

/** The similarity (Jaccard, 0 to 1) that texts sharing so many bands probably have. */
export function similarityOf(sharedBands: number): number {
  return (Math.min(sharedBands, BANDS) / BANDS) ** (1 / ROWS)
}

/** The fewest shared bands that speak for a similarity of at least `similarity`. */
export function bandsFor(similarity: number): number {
  return Math.max(1, Math.ceil(BANDS * similarity ** ROWS))
}

function* shinglesOf(words: readonly string[]): Generator<string> {
  if (words.length < SHINGLE_WORDS) yield words.join(' ')
  for (let n = 0; n + SHINGLE_WORDS <= words.length; n += 1) {
    yield words.slice(n, n + SHINGLE_WORDS).join(' ')
  }
}

/** FNV-1a over UTF-16 units. */
function hash(text: string, start: number): number {
  let value = start
  for (let n = 0; n < text.length; n += 1) value = Math.imul(value ^ text.charCodeAt(n), 0x01000193)
  return value >>> 0
}

/** The finalizer of MurmurHash3: every bit of the input reaches every bit of the output. */
function scramble(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
