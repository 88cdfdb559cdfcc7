import { diagnose, parseDocument } from '@incipit/document'

/** Languages a text can be written in. Only `mustache` is ours; the others are kept as they came. */
export type TemplateLanguage = 'mustache' | 'jinja2' | 'f-string' | 'dollar' | 'text'

/** A statement, or an expression with a filter. Nothing in it can match in two ways, so that it stays linear. */
const JINJA = /\{%-?\s*(?:if|for|set|block|macro|include|extends|raw)\b|\{\{[^{}|]*\|[^{}]*\}\}/

/**
 * The template language of a text from outside. `mustache` only for what is a document of ours: with front matter
 * or tags, and without an error in it. In doubt `text`, which promises nothing.
 */
export function templateLanguageOf(text: string): TemplateLanguage {
  if (isOurs(text)) return 'mustache'
  if (JINJA.test(text)) return 'jinja2'
  if (/\$\{[^{}\n]+\}/.test(text)) return 'dollar'
  return isFString(text) ? 'f-string' : 'text'
}

function isOurs(text: string): boolean {
  const { frontMatter, tags } = parseDocument(text)
  if (!frontMatter?.value?.size && tags.length === 0) return false
  return diagnose(text).every(({ severity, code }) => severity !== 'error' && code !== 'invalid-tag')
}

/** Every brace belongs to a `{name}`: JSON and code have others, too. */
function isFString(text: string): boolean {
  const withoutNames = text.replace(/\{[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z0-9_]+)*\}/g, '')
  return withoutNames !== text && !/[{}]/.test(withoutNames)
}
