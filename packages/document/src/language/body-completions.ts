import { contractOfDocument } from '../contract.ts'
import { ROLES } from '../messages.ts'
import type { PromptDocument } from '../parse-document.ts'
import { scanTags } from '../scan-tags.ts'
import type { Range } from '../text-position.ts'
import type { Completion, CompletionContext } from './completions-at.ts'
import { type OpenSection, scopedNames } from './scoped-names.ts'

/** @internal */
export function bodyCompletions(
  document: PromptDocument,
  offset: number,
  context: CompletionContext,
): Completion[] {
  const { text, bodyRange } = document
  if (offset < bodyRange.from) return []
  const tag = openTag(text, bodyRange.from, offset)
  if (!tag) return roles(text, bodyRange.from, offset)
  const { range, sigil } = tag
  const insertEnd = tag.isClosed ? '' : tag.close
  const { open } = scopedNames(document, tag.from)
  const closing = open.at(-1)
  const ends = closing ? [end(closing, sigil === '/' ? '' : '/', range, insertEnd)] : []
  if (sigil === '/') return ends
  if (sigil === '>') return prompts(context, text, tag, insertEnd)
  if (sigil === '!' || sigil === '=') return []
  const names = [...fields(open, range, insertEnd), ...inputs(document, sigil, range, insertEnd)]
  const unique = names.filter(({ label }, at) => names.findIndex((other) => other.label === label) === at)
  return sigil === '' ? [...unique, ...ends] : unique
}

interface OpenTag {
  readonly from: number
  readonly sigil: string
  /** The word so far, to the offset. */
  readonly range: Range
  readonly close: string
  /** Whether the tag's end stands behind the offset already. */
  readonly isClosed: boolean
}

const IN_TAG = /^(\{?)\s*([#^/&>!=]?)\s*([\p{L}\p{N}_.@-]*)$/u

/** The tag that is being written at an offset; `null` in text. */
function openTag(text: string, start: number, offset: number): OpenTag | null {
  const { tags } = scanTags(text.slice(0, offset), start)
  const [open, close] = delimitersAfter(tags)
  let from = text.lastIndexOf(open, offset - open.length)
  // Of three braces, the first two open the tag.
  while (from > start && text.startsWith(open, from - 1)) from -= 1
  const last = tags.findLast(({ kind }) => kind !== 'broken')
  if (from < start || from + open.length > offset || from < (last?.range.to ?? start)) return null
  const written = IN_TAG.exec(text.slice(from + open.length, offset))
  if (!written || written[0].includes('\n')) return null
  const [, brace = '', sigil = '', word = ''] = written
  const end = brace === '{' ? `}${close}` : close
  const lineRest = /^[^\n]*/.exec(text.slice(offset))?.[0] ?? ''
  const isClosed = /^[\p{L}\p{N}_.@-]*[ \t]*/u.exec(lineRest)?.[0].length === lineRest.indexOf(close)
  return { from, sigil, range: { from: offset - word.length, to: offset }, close: end, isClosed }
}

function delimitersAfter(tags: readonly { kind: string; name: string }[]): [string, string] {
  const change = tags.findLast(({ kind }) => kind === 'delimiters')
  const [open = '{{', close = '}}'] = change?.name.split(/\s+/) ?? []
  return [open, close]
}

function inputs(document: PromptDocument, sigil: string, range: Range, end: string): Completion[] {
  const specs = new Map(document.inputs.map((input) => [input.name, input]))
  const items = Array.from(
    contractOfDocument(document).inputs,
    ([name, input]): Completion => ({
      kind: 'input',
      label: name,
      detail: `${input.kind}, ${input.required ? 'required' : 'optional'}`,
      description: specs.get(name)?.description ?? '',
      insert: name + end,
      range,
    }),
  )
  if (sigil !== '#' && sigil !== '^') return items
  // What a section is usually about comes first.
  const isForSections = ({ label }: Completion): boolean =>
    ['boolean', 'array', 'object'].includes(specs.get(label)?.kind ?? '')
  return [...items.filter(isForSections), ...items.filter((item) => !isForSections(item))]
}

function fields(open: readonly OpenSection[], range: Range, end: string): Completion[] {
  return open.toReversed().flatMap(({ tag, samples }) => {
    const names = (samples ?? []).flatMap((sample) => (sample instanceof Map ? [...sample.keys()] : []))
    return [...new Set(names.map(String))].map(
      (name): Completion => ({
        kind: 'field',
        label: name,
        detail: `of ${tag.name}`,
        description: '',
        insert: name + end,
        range,
      }),
    )
  })
}

function end({ tag }: OpenSection, sign: string, range: Range, insertEnd: string): Completion {
  return {
    kind: 'close',
    label: sign + tag.name,
    detail: 'ends the section',
    description: '',
    insert: sign + tag.name + insertEnd,
    range,
  }
}

function prompts(
  { keys, versions }: CompletionContext,
  text: string,
  { range }: OpenTag,
  insertEnd: string,
): Completion[] {
  const pin = text.slice(range.from, range.to).indexOf('@')
  if (pin !== -1) return pinned(versions, { from: range.from + pin + 1, to: range.to }, insertEnd)
  return keys.map(({ key, name, description }) => ({
    kind: 'prompt',
    label: key,
    detail: name,
    description,
    insert: key + insertEnd,
    range,
  }))
}

function pinned(versions: CompletionContext['versions'], range: Range, insertEnd: string): Completion[] {
  return versions.map(({ version, detail }) => ({
    kind: 'version',
    label: version,
    detail,
    description: '',
    insert: version + insertEnd,
    range,
  }))
}

function roles(text: string, start: number, offset: number): Completion[] {
  const lineStart = Math.max(text.slice(0, offset).lastIndexOf('\n') + 1, start)
  const word = text.slice(lineStart, offset)
  const rest = /^[^\n]*/.exec(text.slice(offset))?.[0] ?? ''
  if (!/^[a-z]*$/.test(word) || rest.trim() !== '') return []
  return ROLES.map((role) => ({
    kind: 'role',
    label: `${role}:`,
    detail: `opens a ${role} message`,
    description: '',
    insert: `${role}:\n`,
    range: { from: lineStart, to: offset },
  }))
}
