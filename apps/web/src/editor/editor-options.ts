import type * as Monaco from 'monaco-editor/editor.js'

export const EDITOR_FONT = "'JetBrains Mono Variable', ui-monospace, monospace"

/** What every editor of ours has in common: prose in a monospaced font, nothing that flickers, nothing but the text. */
export const editorOptions: Monaco.editor.IEditorOptions & Monaco.editor.IGlobalEditorOptions = {
  fontFamily: EDITOR_FONT,
  fontSize: 14,
  lineHeight: 24,
  fontLigatures: false,
  wordWrap: 'on',
  wrappingStrategy: 'advanced',
  automaticLayout: true,
  minimap: { enabled: false },
  folding: false,
  glyphMargin: false,
  lineNumbersMinChars: 4,
  lineDecorationsWidth: 12,
  renderFinalNewline: 'on',
  padding: { top: 16, bottom: 64 },
  renderLineHighlight: 'line',
  renderLineHighlightOnlyWhenFocus: true,
  scrollBeyondLastLine: false,
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  smoothScrolling: false,
  stickyScroll: { enabled: false },
  guides: { indentation: false },
  matchBrackets: 'never',
  bracketPairColorization: { enabled: false },
  occurrencesHighlight: 'off',
  selectionHighlight: true,
  links: false,
  codeLens: false,
  quickSuggestions: false,
  // A line break is a line break, even while a list is open that has nothing to add.
  acceptSuggestionOnEnter: 'smart',
  wordBasedSuggestions: 'off',
  // Which braces the editor closed itself it forgets when the cursor leaves, on undo, and with a line break; a brace
  // typed before a brace moves over it all the same, so that no pair stays behind.
  autoClosingOvertype: 'always',
  unusualLineTerminators: 'off',
  unicodeHighlight: { ambiguousCharacters: false, nonBasicASCII: false, invisibleCharacters: true },
  tabSize: 2,
  insertSpaces: true,
  detectIndentation: false,
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
  fixedOverflowWidgets: true,
  accessibilitySupport: 'auto',
}

/** For editors of a whole prompt: its parts can be folded away. */
export const foldingOptions: Monaco.editor.IEditorOptions = {
  folding: true,
  foldingHighlight: false,
  showFoldingControls: 'mouseover',
}

/** Waits for the editor's font, so that columns are measured with it; goes on without it when it cannot be had. */
export async function editorFontReady(): Promise<void> {
  await document.fonts.load(`14px ${EDITOR_FONT}`).catch(() => [])
}
