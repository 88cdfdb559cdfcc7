import { inputOccurrences, renameInput } from '@incipit/document'
import type * as Monaco from 'monaco-editor/editor.js'
import type * as Y from 'yjs'
import { editAsOwnStep } from './own-step.ts'
import { promptServicesOf } from './prompt-services.ts'
import { textRange } from './text-range.ts'

export interface RenameBoxSpec {
  monaco: typeof Monaco
  editor: Monaco.editor.IStandaloneCodeEditor
  undoManager: Y.UndoManager
}

export interface RenameBox extends Monaco.IDisposable {
  /** Asks for a new name of the input at an offset; where none stands, at the cursor. */
  open(offset?: number): void
}

/**
 * Renames an input everywhere (F2). Unlike the editor's own box it stays open while others write: what it is about is
 * followed through their edits, and what is to change is worked out when the name is given.
 */
export function addRenameBox(spec: RenameBoxSpec): RenameBox {
  const { monaco, editor } = spec
  let opened: Monaco.IDisposable | null = null
  const close = (): void => {
    opened?.dispose()
    opened = null
  }
  const open = (offset?: number): void => {
    close()
    const model = editor.getModel()
    const place = editor.getPosition()
    if (!model || !place || editor.getOption(monaco.editor.EditorOption.readOnly)) return
    const found = inputOccurrences(model.getValue(), offset ?? model.getOffsetAt(place))
    if (!found) {
      promptServicesOf(model)?.notify(
        'No input stands here. Put the cursor on its name, in a tag or in the front matter.',
      )
      return
    }
    opened = showBox(spec, model, found, close)
  }
  const action = editor.addAction({
    id: 'incipit.rename',
    label: 'Rename the input everywhere',
    keybindings: [monaco.KeyCode.F2],
    precondition: '!editorReadonly',
    contextMenuGroupId: '1_modification',
    contextMenuOrder: 1.1,
    run: () => open(),
  })
  return {
    open,
    dispose: () => {
      close()
      action.dispose()
    },
  }
}

function showBox(
  { monaco, editor, undoManager }: RenameBoxSpec,
  model: Monaco.editor.ITextModel,
  found: NonNullable<ReturnType<typeof inputOccurrences>>,
  close: () => void,
): Monaco.IDisposable {
  const mark = editor.createDecorationsCollection([
    {
      range: textRange(monaco, model, found.at),
      options: { className: 'incipit-renamed' },
    },
  ])
  const { node, input, say } = boxElements(found.name)
  let isShown = false
  const widget: Monaco.editor.IContentWidget = {
    getId: () => 'incipit.rename',
    getDomNode: () => node,
    getPosition: () => ({
      position: mark.getRange(0)?.getStartPosition() ?? null,
      preference: [
        monaco.editor.ContentWidgetPositionPreference.BELOW,
        monaco.editor.ContentWidgetPositionPreference.ABOVE,
      ],
    }),
    // Before the editor shows it, the box cannot take the focus.
    afterRender: (place) => {
      if (place === null || isShown) return
      isShown = true
      queueMicrotask(() => {
        input.focus()
        input.select()
      })
    },
    suppressMouseDown: false,
    allowEditorOverflow: true,
  }
  const rename = (): void => {
    const at = mark.getRange(0)
    if (!at) {
      close()
      return
    }
    const result = renameInput(model.getValue(), model.getOffsetAt(at.getStartPosition()), input.value.trim())
    if (!result.ok) {
      say(result.reason)
      return
    }
    close()
    editor.focus()
    editAsOwnStep(monaco, editor, undoManager, result.edits)
    const left = result.unsure.length
    if (left > 0) promptServicesOf(model)?.notify(leftAlone(result.name, left))
  }
  input.addEventListener('keydown', (event) => {
    // The keys are the box's, not the editor's or the page's.
    event.stopPropagation()
    if (event.isComposing) return
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    // The focus moves to the text, which would take the key as its own.
    event.preventDefault()
    if (event.key === 'Enter') {
      rename()
      return
    }
    close()
    editor.focus()
  })
  input.addEventListener('input', () => say(HINT))
  input.addEventListener('blur', close)
  editor.addContentWidget(widget)
  editor.revealRangeInCenterIfOutsideViewport(textRange(monaco, model, found.at))
  const moved = model.onDidChangeContent(() => editor.layoutContentWidget(widget))
  return {
    dispose: () => {
      input.removeEventListener('blur', close)
      moved.dispose()
      mark.clear()
      editor.removeContentWidget(widget)
    },
  }
}

function leftAlone(name: string, count: number): string {
  const places = count === 1 ? 'One place inside a section was' : `${count} places inside sections were`
  return `${places} left as ${name}: it may be a field of what the section goes through.`
}

const HINT = 'Enter renames it everywhere, Escape leaves it.'

function boxElements(name: string) {
  const node = document.createElement('div')
  node.className = 'incipit-rename'
  const input = document.createElement('input')
  input.value = name
  input.spellcheck = false
  input.setAttribute('aria-label', `New name of ${name}`)
  input.setAttribute('aria-describedby', 'incipit-rename-hint')
  const hint = document.createElement('div')
  hint.id = 'incipit-rename-hint'
  hint.setAttribute('role', 'status')
  hint.textContent = HINT
  node.append(input, hint)
  const say = (text: string): void => {
    hint.textContent = text
    input.setAttribute('aria-invalid', String(text !== HINT))
    node.toggleAttribute('data-refused', text !== HINT)
  }
  return { node, input, say }
}
