/** Most characters of a line that are kept beside a comment on it. */
const EXCERPT_LENGTH = 500

/** A line of a text as a comment keeps it, shortened where it is very long; null where there is no such line. Lines count from 1. */
export function lineOf(text: string, line: number): string | null {
  if (!Number.isSafeInteger(line) || line < 1) return null
  const lines = text.split('\n')
  // What follows the last line break is a line only when something stands there.
  if (lines.at(-1) === '') lines.pop()
  const found = lines[line - 1]
  if (found === undefined || found.length <= EXCERPT_LENGTH) return found ?? null
  const cut = found.slice(0, EXCERPT_LENGTH - 1)
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`
}
