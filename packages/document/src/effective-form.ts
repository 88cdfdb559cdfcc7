import type { YamlValue } from './front-matter.ts'
import type { PromptDocument } from './parse-document.ts'

/** Front matter keys that the model and the caller never notice. All others count as behaviour. */
const METADATA = new Set([
  'name',
  'displayName',
  'description',
  'author',
  'authors',
  'owner',
  'tags',
  'metadata',
  'version',
  'category',
  'subcategory',
])
/** The same within an input. */
const INPUT_METADATA = new Set(['description', 'example'])

/** @internal What is left of a document without comments and metadata. Documents with equal forms behave alike. */
export function effectiveForm(document: PromptDocument): string {
  return JSON.stringify([settingsForm(document), bodyForm(document)])
}

function settingsForm({ frontMatter }: PromptDocument): unknown {
  if (!frontMatter) return []
  if (!frontMatter.value) return frontMatter.raw
  return [...frontMatter.value]
    .filter(([key]) => !METADATA.has(String(key)))
    .map(([key, value]) => [String(key), key === 'inputs' ? plain(value, INPUT_METADATA) : plain(value)])
    .sort(byKey)
}

/** Text without comments. A comment alone on its lines takes the lines with it, as rendering does. */
function bodyForm({ text, bodyRange, tags }: PromptDocument): string {
  const parts: string[] = []
  let position = bodyRange.from
  for (const { kind, range } of tags) {
    if (kind !== 'comment') continue
    const lineStart = text.lastIndexOf('\n', range.from - 1) + 1
    const lineEnd = text.indexOf('\n', range.to)
    const end = lineEnd === -1 ? text.length : lineEnd + 1
    const alone =
      lineStart >= position &&
      isBlank(text.slice(lineStart, range.from)) &&
      isBlank(text.slice(range.to, end))
    parts.push(text.slice(position, alone ? lineStart : range.from))
    position = alone ? end : range.to
  }
  parts.push(text.slice(position, bodyRange.to))
  return parts.join('')
}

function isBlank(text: string): boolean {
  return /^[ \t\r]*\n?$/.test(text)
}

/** Maps as sorted lists of pairs, so that the order of keys and their style of writing do not count. */
function plain(value: YamlValue, without: ReadonlySet<string> = new Set()): unknown {
  if (Array.isArray(value)) return value.map((item) => plain(item, without))
  if (!(value instanceof Map)) return value
  return [...value]
    .filter(([key]) => !without.has(String(key)))
    .map(([key, item]) => [String(key), plain(item, without)])
    .sort(byKey)
}

function byKey([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return String(a) < String(b) ? -1 : 1
}
