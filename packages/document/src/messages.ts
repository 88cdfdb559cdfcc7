import type { Tag } from './scan-tags.ts'
import type { Range } from './text-position.ts'

/** Who speaks in a message. */
export const ROLES = ['system', 'user', 'assistant', 'developer', 'tool'] as const

/** One of {@link ROLES}. */
export type Role = (typeof ROLES)[number]

/** @internal A line that opens a message, without its line ending. */
export const ROLE_LINE = new RegExp(`^(${ROLES.join('|')}):[ \\t]*\\r?$`)

/** A part of the prompt said by one role. */
export interface Message {
  /** `null`: the document has no role line, and all of it is one text prompt. */
  readonly role: Role | null
  /** The whole message, its role line included. */
  readonly range: Range
  /** What is said: from after the role line to the next one. */
  readonly contentRange: Range
  /** The text at `contentRange`, template tags and all. */
  readonly text: string
}

/** @internal */
export interface RoleLine {
  readonly role: Role
  readonly range: Range
}

/** @internal Messages of the body that begins at `start`. Blank text before the first role line is no message. */
export function readMessages(text: string, start: number, tags: readonly Tag[]): Message[] {
  const lines = roleLines(text, start, tags)
  const first = lines[0]
  const messages: Message[] = []
  const before = { from: start, to: first?.range.from ?? text.length }
  if (text.slice(before.from, before.to).trim() !== '') {
    messages.push(message(text, first ? 'system' : null, before, before))
  }
  for (const [index, line] of lines.entries()) {
    const content = { from: line.range.to, to: lines[index + 1]?.range.from ?? text.length }
    messages.push(message(text, line.role, { from: line.range.from, to: content.to }, content))
  }
  return messages
}

function message(text: string, role: Role | null, range: Range, contentRange: Range): Message {
  return { role, range, contentRange, text: text.slice(contentRange.from, contentRange.to) }
}

/** @internal The lines that open messages. One that merely stands inside a tag, such as a comment over several lines, says nothing. */
export function roleLines(text: string, start: number, tags: readonly Tag[]): RoleLine[] {
  const pattern = new RegExp(`(^|\\n)(${ROLES.join('|')}):[ \\t]*\\r?(\\n|$)`, 'g')
  pattern.lastIndex = Math.max(start - 1, 0)
  const lines: RoleLine[] = []
  let tagIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const from = match.index + (match[1] ?? '').length
    const to = match.index + match[0].length
    while ((tags[tagIndex]?.range.to ?? Number.POSITIVE_INFINITY) <= from) tagIndex += 1
    const inTag = (tags[tagIndex]?.range.from ?? Number.POSITIVE_INFINITY) < from
    if (from >= start && !inTag) lines.push({ role: match[2] as Role, range: { from, to } })
    // The line ending is the beginning of the next line's match.
    pattern.lastIndex = Math.max(to - (match[3] ?? '').length, match.index + 1)
  }
  return lines
}
