import { foldingRanges } from '@incipit/document'
import type * as Monaco from 'monaco-editor/editor.js'

/** Folds by message, front matter, section and comment. */
export function registerFolding(monaco: typeof Monaco, language: string): void {
  const { Comment, Region } = monaco.languages.FoldingRangeKind
  monaco.languages.registerFoldingRangeProvider(language, {
    provideFoldingRanges: (model) =>
      foldingRanges(model.getValue()).map(({ kind, from, to }) => ({
        start: from,
        end: to,
        kind: kind === 'comment' ? Comment : kind === 'message' ? Region : undefined,
      })),
  })
}
