/**
 * People's words as Markdown that shows exactly these words: no emphasis, no link, no picture, no HTML, on one line.
 * The editor's hovers and lists take nothing but Markdown.
 */
export function plainMarkdown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.replace(/[!-/:-@[-`{-~]/g, (sign) => `\\${sign}`)
}

/** The same in a monospaced font. Give it names and other single words: a backtick cannot be shown. */
export function codeMarkdown(text: string): string {
  return `\`${text.replace(/[`\s]+/g, ' ').trim() || ' '}\``
}
