import type { TextEdit } from './diff-edits.ts'

/**
 * The text after the edits, which all speak of `before`.
 *
 * @throws RangeError when the edits are not ascending, overlap, or reach outside the text.
 */
export function applyEdits(before: string, edits: readonly TextEdit[]): string {
  const parts: string[] = []
  let position = 0
  for (const { offset, deleteCount, insert } of edits) {
    if (!(offset >= position && deleteCount >= 0 && offset + deleteCount <= before.length)) {
      throw new RangeError(
        `An edit at ${offset} deleting ${deleteCount} does not fit a text of ${before.length} units edited up to ${position}`,
      )
    }
    parts.push(before.slice(position, offset), insert)
    position = offset + deleteCount
  }
  parts.push(before.slice(position))
  return parts.join('')
}
