/** Most characters the API takes in one request. */
export const CHUNK_SIZE = 400_000

/** A piece of a file on its way: where it begins, in characters, and whether it is the last. */
export interface Chunk {
  text: string
  offset: number
  last: boolean
}

/** A text in pieces of at most `size` characters, never cutting a character of two halves apart; an empty text is one empty piece. */
export function chunksOf(text: string, size = CHUNK_SIZE): Chunk[] {
  const chunks: Chunk[] = []
  let offset = 0
  do {
    let end = Math.min(text.length, offset + size)
    if (end < text.length && isHighSurrogate(text.charCodeAt(end - 1))) end--
    chunks.push({ text: text.slice(offset, end), offset, last: end === text.length })
    offset = end
  } while (offset < text.length)
  return chunks
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff
}
