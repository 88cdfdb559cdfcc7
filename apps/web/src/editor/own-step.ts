import type { Edit } from '@incipit/document'
import type * as Monaco from 'monaco-editor/editor.js'
import type * as Y from 'yjs'

/** Carries out edits as this person's own, as one step of undo that holds nothing else. Offsets are those of the text now. */
export function editAsOwnStep(
  monaco: typeof Monaco,
  editor: Monaco.editor.ICodeEditor,
  undoManager: Y.UndoManager,
  edits: readonly Edit[],
): void {
  const model = editor.getModel()
  if (!model || edits.length === 0) return
  undoManager.stopCapturing()
  editor.executeEdits(
    'incipit',
    edits.map((edit) => operationOf(monaco, model, edit)),
  )
  undoManager.stopCapturing()
}

function operationOf(
  monaco: typeof Monaco,
  model: Monaco.editor.ITextModel,
  { offset, deleteCount, insert }: Edit,
): Monaco.editor.IIdentifiedSingleEditOperation {
  const [from, to] = [model.getPositionAt(offset), model.getPositionAt(offset + deleteCount)]
  return { range: monaco.Range.fromPositions(from, to), text: insert, forceMoveMarkers: false }
}
