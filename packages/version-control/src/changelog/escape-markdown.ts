/** Characters that mean something inside a line of Markdown: emphasis, code, links, HTML, entities, tables, headings, formulas. */
const SPECIAL = /[\\`*_~[\]<>&|#$]/g
/** Where Markdown dialects see a link without brackets: `https://`, `www.`, `name@host`. */
const LINK = /(:)(?=\/\/)|(?<=www)(\.)|(@)/gi

/**
 * @internal A text of people as one line of Markdown that shows it as it is. Line breaks and other blanks in a row become one blank.
 * The line must not begin with it, unless as a heading after `# `: marks that only count at the beginning stay.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(SPECIAL, '\\$&').replace(LINK, '\\$&')
}
