import { type Diagnostic, diagnose } from '@incipit/document'
import type * as Monaco from 'monaco-editor/editor.js'
import { promptServicesOf } from './prompt-services.ts'

const OWNER = 'incipit'
/** Short enough to feel immediate, long enough not to read the document at every stroke. */
const DELAY_MS = 150

/** Underlines what is wrong with the model's text, again after each pause in typing and when asked to. */
export function watchProblems(
  monaco: typeof Monaco,
  model: Monaco.editor.ITextModel,
): Monaco.IDisposable & { check(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  const check = (): void => {
    if (model.isDisposed()) return
    const problems = diagnose(model.getValue(), promptServicesOf(model)?.known)
    monaco.editor.setModelMarkers(
      model,
      OWNER,
      problems.map((problem) => markerOf(monaco, problem)),
    )
  }
  const changes = model.onDidChangeContent(() => {
    clearTimeout(timer)
    timer = setTimeout(check, DELAY_MS)
  })
  check()
  return {
    check,
    dispose: () => {
      clearTimeout(timer)
      changes.dispose()
      if (!model.isDisposed()) monaco.editor.setModelMarkers(model, OWNER, [])
    },
  }
}

function markerOf(
  monaco: typeof Monaco,
  { severity, message, from, to }: Diagnostic,
): Monaco.editor.IMarkerData {
  return {
    severity: severity === 'error' ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
    message,
    source: 'Incipit',
    startLineNumber: from.line,
    startColumn: from.column,
    endLineNumber: to.line,
    endColumn: to.column,
  }
}
