import { type Definition, definitionAt } from '@incipit/document'
import type * as Monaco from 'monaco-editor/editor.js'
import { promptServicesOf } from './prompt-services.ts'
import { textRange } from './text-range.ts'

/** Goes from a tag to its declaration and from an include to its prompt: by F12, by the menu, by Ctrl-click (Cmd-click on a Mac). */
export function followDefinitions(
  monaco: typeof Monaco,
  editor: Monaco.editor.IStandaloneCodeEditor,
): Monaco.IDisposable {
  const underlined = editor.createDecorationsCollection()
  const disposables = [
    editor.addAction({
      id: 'incipit.definition',
      label: 'Go to declaration or included prompt',
      keybindings: [monaco.KeyCode.F12],
      contextMenuGroupId: 'navigation',
      run: () => {
        const place = editor.getPosition()
        if (place) goFrom(monaco, editor, place)
      },
    }),
    editor.onMouseMove(({ target, event }) => {
      const found = isLinkClick(event) && target.position ? definitionOf(editor, target.position) : null
      const model = editor.getModel()
      if (!found || !model) underlined.clear()
      else underlined.set([{ range: textRange(monaco, model, found.range), options: LINK }])
    }),
    editor.onKeyUp(() => underlined.clear()),
    editor.onMouseLeave(() => underlined.clear()),
    editor.onMouseDown(({ target, event }) => {
      if (!isLinkClick(event) || !event.leftButton || !target.position) return
      underlined.clear()
      goFrom(monaco, editor, target.position)
    }),
  ]
  return {
    dispose: () => {
      underlined.clear()
      for (const disposable of disposables) disposable.dispose()
    },
  }
}

const LINK: Monaco.editor.IModelDecorationOptions = {
  inlineClassName: 'incipit-link',
}

function isLinkClick({ ctrlKey, metaKey }: { ctrlKey: boolean; metaKey: boolean }): boolean {
  return ctrlKey || metaKey
}

function definitionOf(editor: Monaco.editor.ICodeEditor, place: Monaco.IPosition): Definition | null {
  const model = editor.getModel()
  return model ? definitionAt(model.getValue(), model.getOffsetAt(place)) : null
}

function goFrom(monaco: typeof Monaco, editor: Monaco.editor.ICodeEditor, place: Monaco.IPosition): void {
  const model = editor.getModel()
  const found = definitionOf(editor, place)
  if (!model || !found) return
  if (found.kind === 'include') {
    promptServicesOf(model)?.openPrompt(found.key, found.version)
    return
  }
  const range = textRange(monaco, model, found.target)
  editor.setSelection(range)
  editor.revealRangeInCenterIfOutsideViewport(range)
}
