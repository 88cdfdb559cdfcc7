import { type PromptDocument, parseDocument } from '../parse-document.ts'
import type { Edit } from '../problem.ts'
import type { Tag } from '../scan-tags.ts'
import { applyEdits } from './apply-edits.ts'
import { formatFrontMatter } from './format-front-matter.ts'
import { messageEdits } from './format-messages.ts'
import { valueForm } from './value-form.ts'

/**
 * Edits that give a document its usual form: front matter indented by two, `{{x}}` without blanks, nothing behind role
 * lines and tags that stand alone, one blank line between messages, a line ending at the end.
 *
 * What a caller gets stays the same, letter by letter; where that cannot be made sure, nothing is changed. So blanks
 * inside a message stay, and of a prompt without roles all blank lines do: they are part of the text. Formatting what
 * is formatted changes nothing.
 */
export function formatDocument(text: string): Edit[] {
  // Line endings are the editor's affair; where they are mixed there is no telling what a blank at their end is.
  if (text.includes('\r')) return []
  const document = parseDocument(text)
  // A section without an end may repeat the end of the text, where blanks then count.
  const isWhole = !document.problems.some(({ code }) => code.endsWith('-section'))
  const body = [...tagEdits(document), ...(isWhole ? messageEdits(document) : [])].sort(
    (a, b) => a.offset - b.offset,
  )
  const all = [...formatFrontMatter(document), ...body]
  return keepsMeaning(document, all) ? all : keepsMeaning(document, body) ? body : []
}

/** Tags on one line, without the blanks that say nothing. */
function tagEdits({ text, tags }: PromptDocument): Edit[] {
  return tags.flatMap((tag) => {
    const { kind, range, nameRange, name } = tag
    if (kind === 'comment' || kind === 'delimiters' || kind === 'broken' || name === '') return []
    const head = text.slice(range.from, nameRange.from)
    const tail = text.slice(nameRange.to, range.to)
    if (head.includes('\n') || tail.includes('\n')) return []
    const lead = head.replaceAll(/\s/g, '') + (kind === 'partial' ? ' ' : '')
    return [
      ...replacement(range.from, head, lead),
      ...replacement(nameRange.to, tail, tail.replaceAll(/\s/g, '')),
    ]
  })
}

function replacement(offset: number, before: string, insert: string): Edit[] {
  return before === insert ? [] : [{ offset, deleteCount: before.length, insert }]
}

function keepsMeaning(before: PromptDocument, edits: readonly Edit[]): boolean {
  return edits.length === 0 || meaning(before) === meaning(parseDocument(applyEdits(before.text, edits)))
}

/** What rendering and contract come from: settings, tags, and messages without the blanks that rendering takes away. */
function meaning(document: PromptDocument): string {
  const { text, frontMatter, bodyRange, tags, messages, problems } = document
  const withoutRoles = messages.every(({ role }) => role === null)
  return JSON.stringify([
    frontMatter && (frontMatter.value ? valueForm(frontMatter.value) : frontMatter.raw),
    tags.map(({ kind, name }) => [kind, name]),
    withoutRoles
      ? [plainTags(text, bodyRange.from, bodyRange.to, tags)]
      : messages.map(({ role, contentRange: { from, to } }) => [
          role,
          plainTags(text, from, to, tags).trim(),
        ]),
    problems.map(({ code }) => code),
  ])
}

/** The text with each tag in one form; blanks behind a tag that stands alone on its line go with the line in any case. */
function plainTags(text: string, from: number, to: number, tags: readonly Tag[]): string {
  const parts: string[] = []
  let position = from
  for (const { kind, name, range } of tags) {
    if (range.from < from || range.to > to) continue
    parts.push(text.slice(position, range.from), `\uE000${kind} ${name}\uE000`)
    position = range.to
  }
  parts.push(text.slice(position, to))
  return parts.join('').replaceAll(ALONE, '$1')
}

const ALONE =
  /((?:^|\n)[ \t]*\uE000(?:section|inverted|close|comment|partial|delimiters) [^\uE000]*\uE000)[ \t]+(?=\n|$)/g
