/** A place in a text, in UTF-16 units. */
export interface Range {
  from: number
  to: number
}

/** A piece of text, `hit` where it is what was searched for. */
export interface Piece {
  text: string
  hit: boolean
}

/** A text in pieces at every range; ranges are in order and do not overlap. */
export function highlightPieces(text: string, ranges: readonly Range[]): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const { from, to } of ranges) {
    if (from > end) pieces.push({ text: text.slice(end, from), hit: false })
    pieces.push({ text: text.slice(from, to), hit: true })
    end = to
  }
  if (end < text.length || pieces.length === 0) pieces.push({ text: text.slice(end), hit: false })
  return pieces
}
