import { sha256Hex } from './sha256-hex.ts'
import { toLf } from './to-lf.ts'

/**
 * SHA-256 of a document's text as it is stored: LF line endings, UTF-8. 64 lower-case hex digits.
 * CRLF and LF forms of a text share a hash. A lone surrogate counts as U+FFFD, which is what UTF-8 makes of it.
 */
export function contentHash(text: string): string {
  return sha256Hex(toLf(text).text)
}
