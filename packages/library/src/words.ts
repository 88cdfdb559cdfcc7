/**
 * The words of a text, as tags are written: lower case, without marks of punctuation; joined by single hyphens, one at each end,
 * so that `-customer-support-` is in it exactly when the text has these words next to each other.
 */
export function hyphenated(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .match(/[\p{L}\p{N}\p{M}]+/gu)
  return words ? `-${words.join('-')}-` : '-'
}
