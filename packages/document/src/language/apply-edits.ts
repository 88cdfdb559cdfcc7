import type { Edit } from '../problem.ts'

/** The text after edits that do not overlap; their offsets are those of the text before. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let position = 0
  for (const { offset, deleteCount, insert } of edits.toSorted((a, b) => a.offset - b.offset)) {
    parts.push(text.slice(position, offset), insert)
    position = offset + deleteCount
  }
  parts.push(text.slice(position))
  return parts.join('')
}
