import { type BoundEditor, bindText, type TextBinding, type TextEdit } from '@incipit/collaboration'
import type * as Monaco from 'monaco-editor/editor.js'
import type * as Y from 'yjs'
import { type RelativeSelection, relativeSelection, selectionFrom } from './relative-selection.ts'

/** After this long without a change both texts are compared in full. */
const VERIFY_AFTER_MS = 1_000
const LF = 0
const LF_TEXT = 1

export interface MonacoBinding {
  undo(): void
  redo(): void
  setReadOnly(readOnly: boolean): void
  /** Gives the editor back as it was found: its own undo, no listeners. */
  dispose(): void
}

export interface MonacoBindingSpec {
  monaco: typeof Monaco
  editor: Monaco.editor.ICodeEditor
  text: Y.Text
  undoManager: Y.UndoManager
  onRepair?: () => void
}

/** Binds the model that `editor` shows to a shared text: edits, line ends, composition, and undo per person. */
export function bindMonaco({
  monaco,
  editor,
  text,
  undoManager,
  onRepair,
}: MonacoBindingSpec): MonacoBinding {
  const model = editor.getModel()
  if (!model) throw new TypeError('The editor shows no model.')
  model.setEOL(LF)
  const binding = bindText({ text, undoManager, editor: boundModel(monaco, editor, model), onRepair })
  const disposables = [
    followEdits(monaco, editor, model, binding),
    ownUndo(model, binding),
    selectionUndo(monaco, editor, text, binding),
    editor.onDidCompositionStart(() => binding.beginComposition()),
    editor.onDidCompositionEnd(() => binding.endComposition()),
    editor.onDidBlurEditorText(() => {
      binding.endComposition()
      binding.undoManager.stopCapturing()
    }),
  ]
  return {
    undo: () => binding.undo(),
    redo: () => binding.redo(),
    setReadOnly: (readOnly) => binding.setReadOnly(readOnly),
    dispose: () => {
      binding.endComposition()
      for (const disposable of disposables) disposable.dispose()
      binding.destroy()
    },
  }
}

function boundModel(
  monaco: typeof Monaco,
  editor: Monaco.editor.ICodeEditor,
  model: Monaco.editor.ITextModel,
): BoundEditor {
  const rangeOf = ({ offset, deleteCount }: TextEdit) =>
    monaco.Range.fromPositions(model.getPositionAt(offset), model.getPositionAt(offset + deleteCount))
  return {
    read: () => model.getValue(LF_TEXT),
    length: () => model.getValueLength(LF_TEXT),
    apply: (edits) => {
      const keepCursors = cursorsThatStay(monaco, editor, model, edits)
      model.applyEdits(edits.map((edit) => ({ range: rangeOf(edit), text: edit.insert })))
      keepCursors()
    },
  }
}

/**
 * A cursor stays before what somebody else inserts at its place. Were it pushed along, two people beginning at one
 * place would write into each other letter by letter.
 */
function cursorsThatStay(
  monaco: typeof Monaco,
  editor: Monaco.editor.ICodeEditor,
  model: Monaco.editor.ITextModel,
  edits: readonly TextEdit[],
): () => void {
  const selections = editor.getSelections() ?? []
  const bare = selections.map((selection) =>
    selection.isEmpty() ? model.getOffsetAt(selection.getPosition()) : -1,
  )
  const pushed = edits.some(({ offset, deleteCount }) => deleteCount === 0 && bare.includes(offset))
  if (!pushed) return () => {}
  return () => {
    const moved = editor.getSelections() ?? []
    editor.setSelections(
      moved.map((selection, index) => {
        const before = bare[index] ?? -1
        if (before === -1) return selection
        const place = model.getPositionAt(offsetAfter(before, edits))
        return monaco.Selection.fromPositions(place, place)
      }),
    )
  }
}

function offsetAfter(offset: number, edits: readonly TextEdit[]): number {
  return edits.reduce((moved, edit) => {
    if (edit.offset >= offset) return moved
    const gone = Math.min(edit.deleteCount, offset - edit.offset)
    return moved - gone + edit.insert.length
  }, offset)
}

function followEdits(
  monaco: typeof Monaco,
  editor: Monaco.editor.ICodeEditor,
  model: Monaco.editor.ITextModel,
  binding: TextBinding,
): Monaco.IDisposable {
  let timer: ReturnType<typeof setTimeout> | undefined
  const changes = model.onDidChangeContent((event) => {
    if (model.getEOL() !== '\n') model.setEOL(LF)
    else if (event.isFlush || event.isEolChange) binding.replaced()
    else {
      binding.edited(
        event.changes.map(({ rangeOffset, rangeLength, text: insert }) => ({
          offset: rangeOffset,
          deleteCount: rangeLength,
          insert,
        })),
      )
    }
    clearTimeout(timer)
    timer = setTimeout(() => binding.verify(), VERIFY_AFTER_MS)
  })
  // A jump of the cursor begins a new step of undo, as writers expect.
  const jumps = editor.onDidChangeCursorPosition(({ source, reason }) => {
    const jumped = reason === monaco.editor.CursorChangeReason.Explicit
    if (jumped && (source === 'mouse' || source === 'keyboard')) binding.undoManager.stopCapturing()
  })
  return {
    dispose: () => {
      clearTimeout(timer)
      changes.dispose()
      jumps.dispose()
    },
  }
}

/**
 * Monaco's own history knows nothing of the others' edits and would corrupt them. Keys, menus and the palette all end
 * in these two methods of the model.
 */
function ownUndo(model: Monaco.editor.ITextModel, binding: TextBinding): Monaco.IDisposable {
  const replaced: Record<string, unknown> = {
    undo: () => binding.undo(),
    redo: () => binding.redo(),
    canUndo: () => binding.undoManager.canUndo(),
    canRedo: () => binding.undoManager.canRedo(),
  }
  Object.assign(model, replaced)
  return {
    dispose: () => {
      for (const name of Object.keys(replaced)) Reflect.deleteProperty(model, name)
    },
  }
}

/** Undo brings the cursor back to where it was before the change. */
function selectionUndo(
  monaco: typeof Monaco,
  editor: Monaco.editor.ICodeEditor,
  text: Y.Text,
  { undoManager }: TextBinding,
): Monaco.IDisposable {
  let before: RelativeSelection | null = null
  const remember = (): void => {
    const model = editor.getModel()
    const selection = editor.getSelection()
    before = model && selection ? relativeSelection(text, model, selection) : null
  }
  const added = ({ stackItem }: { stackItem: { meta: Map<unknown, unknown> } }): void => {
    stackItem.meta.set(selectionUndo, before)
  }
  const popped = ({ stackItem }: { stackItem: { meta: Map<unknown, unknown> } }): void => {
    const model = editor.getModel()
    const stored = stackItem.meta.get(selectionUndo) as RelativeSelection | null | undefined
    const selection = model && stored ? selectionFrom(monaco, text, model, stored) : null
    if (selection) editor.setSelection(selection)
    editor.revealPositionInCenterIfOutsideViewport(
      editor.getPosition() ?? { lineNumber: 1, column: 1 },
      monaco.editor.ScrollType.Smooth,
    )
  }
  const cursor = editor.onDidChangeCursorSelection(remember)
  undoManager.on('stack-item-added', added)
  undoManager.on('stack-item-popped', popped)
  return {
    dispose: () => {
      cursor.dispose()
      undoManager.off('stack-item-added', added)
      undoManager.off('stack-item-popped', popped)
    },
  }
}
