import type * as Y from 'yjs'
import type { TextEdit } from './normalize-text.ts'

/**
 * Bring a shared text to `newText` by `edits`, in one transaction, so that cursors and comments outside the changed
 * places stay where they are and the change is one undo step.
 *
 * @param edits ascending, not overlapping, with offsets into the present text (as `diffEdits` of version-control gives them)
 * @param origin of the transaction: who made it, for undo managers and observers
 * @throws RangeError when the edits do not lead from the present text to `newText`; the text is then unchanged.
 */
export function setText(ytext: Y.Text, newText: string, edits: readonly TextEdit[], origin?: unknown): void {
  const before = ytext.toString()
  if (applied(before, edits) !== newText) {
    throw new RangeError(
      `The ${edits.length} edits do not lead from the present text to the new one; compute them from the present text`,
    )
  }
  if (edits.length === 0) return
  const change = () => {
    for (const { offset, deleteCount, insert } of edits.toReversed()) {
      if (deleteCount > 0) ytext.delete(offset, deleteCount)
      if (insert !== '') ytext.insert(offset, insert)
    }
  }
  if (ytext.doc) ytext.doc.transact(change, origin)
  else change()
}

function applied(before: string, edits: readonly TextEdit[]): string {
  const parts: string[] = []
  let position = 0
  for (const { offset, deleteCount, insert } of edits) {
    if (offset < position || deleteCount < 0 || offset + deleteCount > before.length) {
      throw new RangeError(
        `An edit at ${offset} deleting ${deleteCount} does not fit a text of ${before.length} units edited up to ${position}`,
      )
    }
    parts.push(before.slice(position, offset), insert)
    position = offset + deleteCount
  }
  return parts.join('') + before.slice(position)
}
