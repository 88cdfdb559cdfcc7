/**
 * Bring a text to LF line endings. CRLF and lone CR each become one LF; nothing else changes.
 *
 * @returns the text and how many line endings were replaced; 0 means it came back as it was.
 */
export function toLf(text: string): { text: string; replaced: number } {
  let replaced = 0
  const lf = text.replace(/\r\n?/g, () => {
    replaced += 1
    return '\n'
  })
  return { text: lf, replaced }
}
