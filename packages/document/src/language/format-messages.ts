import type { Message } from '../messages.ts'
import type { PromptDocument } from '../parse-document.ts'
import type { Edit } from '../problem.ts'
import type { Tag } from '../scan-tags.ts'

/** @internal Edits to the blanks that rendering takes away: behind role lines and lone tags, and at both ends of messages. */
export function messageEdits(document: PromptDocument): Edit[] {
  const { text, tags, messages } = document
  const lone = tags.flatMap((tag) => trailingBlanks(text, tag))
  if (messages.every(({ role }) => role === null)) return lone
  const ends = messages.flatMap((message, at) => endEdits(document, message, at === messages.length - 1))
  const taken = ends.map(({ offset, deleteCount }) => [offset, offset + deleteCount] as const)
  const apart = lone.filter(({ offset }) => !taken.some(([from, to]) => from <= offset && offset <= to))
  return [...apart, ...messages.flatMap((message) => startEdits(text, message)), ...ends]
}

const ALONE: ReadonlySet<Tag['kind']> = new Set([
  'section',
  'inverted',
  'close',
  'comment',
  'partial',
  'delimiters',
])

function trailingBlanks(text: string, { kind, range }: Tag): Edit[] {
  if (!ALONE.has(kind)) return []
  const blanks = /^[ \t]+(?=\n|$)/.exec(text.slice(range.to, lineEnd(text, range.to)))?.[0].length ?? 0
  const lineStart = text.lastIndexOf('\n', range.from - 1) + 1
  if (blanks === 0 || text.slice(lineStart, range.from).trim() !== '') return []
  return [{ offset: range.to, deleteCount: blanks, insert: '' }]
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  return at === -1 ? text.length : at
}

/** `user:` without blanks behind it, and what is said right below. */
function startEdits(text: string, { role, range, contentRange }: Message): Edit[] {
  if (role === null || contentRange.from === range.from) return []
  // Of a message that says nothing, the end has been seen to.
  if (text.slice(contentRange.from, contentRange.to).trim() === '') return []
  const after = range.from + role.length + 1
  const blank = /^[ \t]*(?:\n[ \t]*)*\n/.exec(text.slice(after, contentRange.to))?.[0] ?? ''
  if (blank === '' || blank === '\n') return []
  return [{ offset: after, deleteCount: blank.length, insert: '\n' }]
}

/** One blank line before the next message, one line ending at the end of the text. */
function endEdits({ text, tags }: PromptDocument, message: Message, isLast: boolean): Edit[] {
  const { from, to } = message.contentRange
  const said = text.slice(from, to).trimEnd()
  const start = said === '' ? saidNothing(text, message) : from + said.length
  const blank = text.slice(start, to)
  const opensSection = tags.some(
    ({ kind, range }) => range.to === start && (kind === 'section' || kind === 'inverted'),
  )
  const lines = blank.split('\n').length - 1
  // What opens around the next message may stand right above it.
  const wished = isLast ? '\n' : opensSection && lines < 2 ? '\n' : '\n\n'
  return blank === wished ? [] : [{ offset: start, deleteCount: blank.length, insert: wished }]
}

/** The end of the role line's word. */
function saidNothing(text: string, { role, range, contentRange }: Message): number {
  return role === null || contentRange.from === range.from
    ? contentRange.from
    : text.indexOf(':', range.from) + 1
}
