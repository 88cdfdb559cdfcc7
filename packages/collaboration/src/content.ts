import type * as Y from 'yjs'

/** Name of the shared text: the only type a live document holds. */
export const CONTENT = 'content'

/** The shared text of a live document. */
export function contentOf(doc: Y.Doc): Y.Text {
  return doc.getText(CONTENT)
}
