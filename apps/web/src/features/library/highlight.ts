/** A piece of text, `hit` where it is what was searched for. */
export interface Piece {
  text: string
  hit: boolean
}

/** A text in pieces at every occurrence of the search, upper and lower case alike. */
export function highlightPieces(text: string, search: string): Piece[] {
  const wanted = search.trim().toLowerCase()
  if (wanted === '') return [{ text, hit: false }]
  const pieces: Piece[] = []
  const haystack = text.toLowerCase()
  let from = 0
  // Lower case can be longer than upper case (İ); then positions do not match and nothing is marked.
  while (haystack.length === text.length) {
    const at = haystack.indexOf(wanted, from)
    if (at < 0) break
    if (at > from) pieces.push({ text: text.slice(from, at), hit: false })
    pieces.push({ text: text.slice(at, at + wanted.length), hit: true })
    from = at + wanted.length
  }
  if (from < text.length) pieces.push({ text: text.slice(from), hit: false })
  return pieces
}
