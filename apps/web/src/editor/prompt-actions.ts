import { formatDocument } from '@incipit/document'
import type * as Monaco from 'monaco-editor/editor.js'
import type * as Y from 'yjs'
import { FIX_COMMAND } from './offer-fixes.ts'
import { editAsOwnStep } from './own-step.ts'
import { promptServicesOf } from './prompt-services.ts'
import { fixNow, type WishedFix } from './quick-fixes.ts'

export interface PromptActionsSpec {
  monaco: typeof Monaco
  editor: Monaco.editor.IStandaloneCodeEditor
  undoManager: Y.UndoManager
}

/** What changes the whole text at once; each is worked out in the text as it is at that moment, and is one step of undo. */
export interface PromptActions extends Monaco.IDisposable {
  fix(wished: WishedFix): void
  format(): void
}

const WRITABLE = '!editorReadonly'

/** Formatting and fixes, by keys, in the menu of the editor, and for the page around it. */
export function addPromptActions({ monaco, editor, undoManager }: PromptActionsSpec): PromptActions {
  const { KeyMod, KeyCode } = monaco
  const isReadOnly = (): boolean => editor.getOption(monaco.editor.EditorOption.readOnly)
  const fix = (wished: WishedFix): void => {
    const model = editor.getModel()
    if (!model || isReadOnly()) return
    const found = fixNow(model.getValue(), wished, promptServicesOf(model)?.known)
    editAsOwnStep(monaco, editor, undoManager, found?.edits ?? [])
  }
  const format = (): void => {
    const edits = formatDocument(editor.getModel()?.getValue() ?? '')
    if (!isReadOnly()) editAsOwnStep(monaco, editor, undoManager, edits)
  }
  const disposables = [
    editor.addAction({
      id: 'incipit.format',
      label: 'Format the text',
      keybindings: [KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF],
      precondition: WRITABLE,
      contextMenuGroupId: '1_modification',
      contextMenuOrder: 1.3,
      run: format,
    }),
    editor.addAction({
      id: 'incipit.fixes',
      label: 'Fix a problem here',
      // Ctrl-. is the inspector's.
      keybindings: [KeyMod.Alt | KeyCode.Enter],
      precondition: WRITABLE,
      contextMenuGroupId: '1_modification',
      contextMenuOrder: 1.2,
      run: () => editor.trigger('incipit', 'editor.action.quickFix', {}),
    }),
    monaco.editor.registerCommand(FIX_COMMAND, (_, uri: string, wished: WishedFix) => {
      if (editor.getModel()?.uri.toString() === uri) fix(wished)
    }),
  ]
  return {
    fix,
    format,
    dispose: () => {
      for (const disposable of disposables) disposable.dispose()
    },
  }
}
