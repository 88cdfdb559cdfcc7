/** Characters (UTF-16 units) of one piece; the server takes 400,000. */
const MOST_UNITS = 300_000
/** Bytes of one piece as JSON; the server takes requests of 1 MiB. */
const MOST_BYTES = 900_000

/** Cuts a text into pieces that fit into a request each. An empty text is one empty piece. */
export function* piecesOf(
  text: string,
): Generator<{ offset: number; chunk: string; last: boolean }, void, void> {
  let offset = 0
  do {
    let units = MOST_UNITS
    let chunk = text.slice(offset, offset + units)
    while (Buffer.byteLength(JSON.stringify(chunk)) > MOST_BYTES) {
      units = Math.floor(units / 2)
      chunk = text.slice(offset, offset + units)
    }
    const last = offset + chunk.length === text.length
    yield { offset, chunk, last }
    offset += chunk.length
  } while (offset < text.length)
}
