import type { Range } from '@incipit/document'
import type * as Monaco from 'monaco-editor/editor.js'

/** A stretch of the text as the editor counts it. */
export function textRange(
  monaco: typeof Monaco,
  model: Monaco.editor.ITextModel,
  { from, to }: Range,
): Monaco.Range {
  return monaco.Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to))
}
