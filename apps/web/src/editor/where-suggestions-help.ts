import type * as Monaco from 'monaco-editor/editor.js'

/** Lets the list of completions come by itself while somebody writes a tag or front matter, and never while they write prose. */
export function suggestWhereItHelps(editor: Monaco.editor.ICodeEditor): Monaco.IDisposable {
  let helps = false
  return editor.onDidChangeCursorPosition(({ position }) => {
    const model = editor.getModel()
    if (!model) return
    const now = isInTag(lineBefore(model, position)) || isFrontMatterLine(model, position.lineNumber)
    if (now === helps) return
    helps = now
    editor.updateOptions({ quickSuggestions: helps && { other: 'on', strings: 'on', comments: 'off' } })
  })
}

/** The line of a place, up to it. */
export function lineBefore(
  model: Monaco.editor.ITextModel,
  { lineNumber, column }: Monaco.IPosition,
): string {
  return model.getLineContent(lineNumber).slice(0, column - 1)
}

/** Whether what stands before a place ends inside a tag. */
export function isInTag(before: string): boolean {
  return /\{\{[^{}]*$/.test(before)
}

/** Front matter longer than this is nobody's. */
const MOST_LINES = 2_000

/** Whether a line lies between the two lines of front matter. */
export function isFrontMatterLine(model: Monaco.editor.ITextModel, line: number): boolean {
  if (line < 2 || line > MOST_LINES || !isFence(model, 1)) return false
  for (let above = 2; above <= line; above += 1) if (isFence(model, above)) return false
  return true
}

function isFence(model: Monaco.editor.ITextModel, line: number): boolean {
  return /^---[ \t]*$/.test(model.getLineContent(line))
}
