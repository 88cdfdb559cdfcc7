/**
 * How well a query fits a text: every word of the query must occur. Higher is better, 0 is no match; hits at the start
 * of the text or of a word count more.
 */
export function paletteMatch(query: string, text: string): number {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const haystack = text.toLowerCase()
  let score = 1
  for (const word of words) {
    const at = haystack.indexOf(word)
    if (at < 0) return 0
    score += at === 0 ? 3 : /\W/.test(haystack[at - 1]!) ? 2 : 1
  }
  return score
}
