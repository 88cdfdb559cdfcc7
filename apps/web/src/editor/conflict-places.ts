import { fromBase64 } from 'lib0/buffer'
import * as Y from 'yjs'

/** A place in a live text where two changes met, as the server names it. */
export interface ConflictMark {
  readonly id: string
  /** Relative positions in the text, in base64: where it begins and ends. */
  readonly start: string
  readonly end: string
  readonly resolved: boolean
}

/** A part of a text, in UTF-16 characters from its beginning. */
export interface TextPart {
  readonly from: number
  readonly to: number
}

/** Where a conflict is now, however the text moved; `null` where that part of the text is not known here (yet). */
export function conflictPart(
  text: Y.Text,
  { start, end }: Pick<ConflictMark, 'start' | 'end'>,
): TextPart | null {
  const [from, to] = [offsetOf(text, start), offsetOf(text, end)]
  return from === null || to === null ? null : { from: Math.min(from, to), to: Math.max(from, to) }
}

function offsetOf(text: Y.Text, position: string): number | null {
  if (!text.doc) return null
  try {
    const relative = Y.decodeRelativePosition(fromBase64(position))
    const found = Y.createAbsolutePositionFromRelativePosition(relative, text.doc)
    return found?.type === text ? found.index : null
  } catch {
    return null
  }
}
