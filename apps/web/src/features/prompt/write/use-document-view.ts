import type { DiagnoseContext } from '@incipit/document'
import { useMemo } from 'react'
import { type DocumentView, documentView, EMPTY_VIEW } from './document-view.ts'

/** What the inspector shows of a text; `null` while there is none. Give a memoized context. */
export function useDocumentView(text: string | null, known: DiagnoseContext): DocumentView {
  return useMemo(() => (text === null ? EMPTY_VIEW : documentView(text, known)), [text, known])
}
