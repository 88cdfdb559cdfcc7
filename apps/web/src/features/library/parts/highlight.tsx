import { highlightPieces } from '../highlight.ts'

/** A text with what was searched for marked in it. */
export function Highlight({ text, search }: { text: string; search: string }) {
  return highlightPieces(text, search).map((piece, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have nothing else to tell them apart
    piece.hit ? <mark key={at}>{piece.text}</mark> : piece.text,
  )
}
