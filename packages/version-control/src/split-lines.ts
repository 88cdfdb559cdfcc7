/** The lines of a text, each with its LF. The last has none when the text does not end with one; an empty text has no line. */
export function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? []
}
