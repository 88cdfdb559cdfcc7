import { highlightPieces, type Range } from '../highlight.ts'

/** A text with what was searched for marked in it. */
export function Highlight({ text, ranges }: { text: string; ranges: readonly Range[] }) {
  return highlightPieces(text, ranges).map((piece, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have nothing else to tell them apart
    piece.hit ? <mark key={at}>{piece.text}</mark> : piece.text,
  )
}
