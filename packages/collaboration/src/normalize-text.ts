/**
 * A text as live documents hold it: LF line endings (CRLF and lone CR become LF), no NUL (PostgreSQL cannot store it),
 * no lone surrogates (they have no UTF-8 form; each becomes U+FFFD).
 */
export function normalizeText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\0', '').toWellFormed()
}

/** Replace `deleteCount` UTF-16 units at `offset` of the text before by `insert`. */
export interface TextEdit {
  readonly offset: number
  readonly deleteCount: number
  readonly insert: string
}

/** The edits that take CR and NUL out of a text, ascending, with offsets into `text`. Empty for a clean one. */
export function normalizingEdits(text: string): TextEdit[] {
  return Array.from(text.matchAll(/\r\n|\r|\0/g), ({ index, 0: found }) => ({
    offset: index,
    deleteCount: 1,
    insert: found === '\r' ? '\n' : '',
  }))
}
