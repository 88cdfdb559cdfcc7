import { LIMITS } from '@incipit/collaboration'
import type * as Monaco from 'monaco-editor/editor.js'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { relativeSelection } from './relative-selection.ts'

export interface ShareSelectionSpec {
  editor: Monaco.editor.ICodeEditor
  text: Y.Text
  awareness: Awareness
}

/** Shows the others where this person's cursor is, as often as the server passes it on. */
export function shareSelection({ editor, text, awareness }: ShareSelectionSpec): Monaco.IDisposable {
  let timer: ReturnType<typeof setTimeout> | undefined
  const share = (): void => {
    timer = undefined
    const model = editor.getModel()
    const selection = editor.getSelection()
    if (!model || !selection) return
    awareness.setLocalStateField('selection', relativeSelection(text, model, selection))
  }
  const soon = (): void => {
    timer ??= setTimeout(share, LIMITS.awarenessIntervalMs)
  }
  const listeners = [editor.onDidChangeCursorSelection(soon), editor.onDidFocusEditorText(soon)]
  return {
    dispose: () => {
      clearTimeout(timer)
      for (const listener of listeners) listener.dispose()
      if (awareness.getLocalState()) awareness.setLocalStateField('selection', null)
    },
  }
}
