import { includeOf } from '../includes-of.ts'
import { type PromptDocument, parseDocument } from '../parse-document.ts'
import type { Range } from '../text-position.ts'
import { sectionRanges } from './section-ranges.ts'

/** A part of a document, as a table of contents lists it. */
export interface OutlineItem {
  readonly kind: 'settings' | 'input' | 'message' | 'section' | 'inverted' | 'include'
  /** Its name: of a message the role (`text` for a prompt without roles), of an include the key and version. */
  readonly name: string
  /** Its first words, or what is said about it; may be empty. */
  readonly detail: string
  readonly range: Range
  readonly items: readonly OutlineItem[]
}

/** Characters of a message that tell which one it is. */
const START_LENGTH = 80

/** The parts of a document in order: settings with their inputs, messages with their sections and includes. */
export function outline(text: string): OutlineItem[] {
  const document = parseDocument(text)
  const parts = nested(partsOf(document))
  let next = 0
  const messages = document.messages.map(({ role, range, contentRange }): OutlineItem => {
    const first = next
    while (next < parts.length && (parts[next]?.range.from ?? 0) < range.to) next += 1
    const items = parts.slice(first, next)
    const detail = firstWords(text, contentRange)
    return { kind: 'message', name: role ?? 'text', detail, range, items }
  })
  return [...settings(document), ...messages]
}

function settings({ frontMatter, inputs, description, model }: PromptDocument): OutlineItem[] {
  if (!frontMatter) return []
  const items = inputs.map(
    ({ name, kind, required, nameRange }): OutlineItem => ({
      kind: 'input',
      name,
      detail: required ? `${kind}, required` : kind,
      range: nameRange,
      items: [],
    }),
  )
  const detail = [model, description].filter((part) => part !== null).join(', ')
  return [{ kind: 'settings', name: 'settings', detail: short(detail), range: frontMatter.range, items }]
}

type Part = Omit<OutlineItem, 'items'>

function partsOf({ tags, text }: PromptDocument): Part[] {
  const sections = sectionRanges(tags).map(
    ({ open, range }): Part => ({
      kind: open.kind === 'inverted' ? 'inverted' : 'section',
      name: open.name,
      detail: firstWords(text, { from: open.range.to, to: range.to }),
      range,
    }),
  )
  const includes = tags
    .filter((tag) => includeOf(tag))
    .map(({ name, range }): Part => ({ kind: 'include', name, detail: '', range }))
  return [...sections, ...includes].sort((a, b) => a.range.from - b.range.from || b.range.to - a.range.to)
}

interface Branch {
  readonly item: OutlineItem
  readonly items: OutlineItem[]
}

/** Parts within parts, by where they begin; what crosses stands beside. */
function nested(parts: readonly Part[]): OutlineItem[] {
  const top: OutlineItem[] = []
  const around: Branch[] = []
  for (const part of parts) {
    while (around.length > 0 && (around.at(-1)?.item.range.to ?? 0) < part.range.to) around.pop()
    const items: OutlineItem[] = []
    const item = { ...part, items }
    ;(around.at(-1)?.items ?? top).push(item)
    if (part.kind !== 'include') around.push({ item, items })
  }
  return top
}

function firstWords(text: string, { from, to }: Range): string {
  // More than enough to find the first words in, however long the message is.
  return short(text.slice(from, Math.min(to, from + 1_000)))
}

function short(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ')
  return line.length > START_LENGTH ? `${line.slice(0, START_LENGTH - 1).trimEnd()}…` : line
}
