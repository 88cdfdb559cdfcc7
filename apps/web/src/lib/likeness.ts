/**
 * How like one text is to another, as words before the other's name.
 *
 * @param similarity 0 to 1; 1 for the same words
 */
export function likeness(similarity: number): string {
  return similarity === 1 ? 'Same words as' : `${Math.floor(similarity * 100)}% like`
}
