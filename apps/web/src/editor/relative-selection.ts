import { CONTENT, type RelativePositionJson, type SelectionJson } from '@incipit/collaboration'
import type * as Monaco from 'monaco-editor/editor.js'
import * as Y from 'yjs'

/** A selection that stays with the words around it while others write. */
export type RelativeSelection = SelectionJson

/** The selection in terms of the shared text. A bare cursor holds on to the character before it. */
export function relativeSelection(
  text: Y.Text,
  model: Monaco.editor.ITextModel,
  selection: Monaco.Selection,
): RelativeSelection {
  const anchor = model.getOffsetAt(selection.getSelectionStart())
  const head = model.getOffsetAt(selection.getPosition())
  return {
    anchor: relative(text, anchor, anchor < head ? 0 : -1),
    head: relative(text, head, head < anchor ? 0 : -1),
  }
}

/** Where a relative selection is now; `null` when it cannot be found in this text. */
export function selectionFrom(
  monaco: typeof Monaco,
  text: Y.Text,
  model: Monaco.editor.ITextModel,
  { anchor, head }: RelativeSelection,
): Monaco.Selection | null {
  const from = absolute(text, anchor)
  const to = absolute(text, head)
  if (from === null || to === null) return null
  return monaco.Selection.fromPositions(model.getPositionAt(from), model.getPositionAt(to))
}

function relative(text: Y.Text, offset: number, assoc: number): RelativePositionJson {
  const position = Y.createRelativePositionFromTypeIndex(text, Math.min(offset, text.length), assoc)
  return Y.relativePositionToJSON(position)
}

/** A foreign position may name anything: what is not in this text is nowhere. */
function absolute(text: Y.Text, position: RelativePositionJson): number | null {
  if (!text.doc || position.type || (position.tname ?? CONTENT) !== CONTENT) return null
  try {
    const found = Y.createAbsolutePositionFromRelativePosition(
      Y.createRelativePositionFromJSON(position),
      text.doc,
    )
    return found?.type === text ? found.index : null
  } catch {
    return null
  }
}
