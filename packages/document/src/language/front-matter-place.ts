import { locateFrontMatter } from '../front-matter.ts'
import { ITEM } from './front-matter-keys.ts'

/** @internal A place in the front matter, read from its indentation, so that it is known while the YAML is still being typed. */
export interface FrontMatterPlace {
  /** The keys around it, outermost first. */
  readonly path: readonly string[]
  /** The key of its line, where the place is behind the colon; `null`: it is where a key stands. */
  readonly valueKey: string | null
  /** Where the word at the place begins. */
  readonly from: number
  /** Blanks before a key that would stand here. */
  readonly indent: string
  /** Other keys of the same entry. */
  readonly siblings: ReadonlySet<string>
}

/** What a line begins with: `-` of list items, then perhaps a key. Columns count from 0. */
interface Line {
  readonly dashes: readonly number[]
  /** Column of the key, or of what stands in its place; `null` for a line that says nothing. */
  readonly column: number | null
  readonly key: string | null
}

const LINE = /^([ ]*)((?:- +)*)(?:("[^"]*"|'[^']*'|[^\s#:'"[\]{},-][^\s:#]*)[ \t]*:(?=\s|$))?/

/** @internal Where an offset stands in the front matter; `null` outside of it, in comments and in values of several lines. */
export function frontMatterPlace(text: string, offset: number): FrontMatterPlace | null {
  const content = locateFrontMatter(text)?.contentRange
  if (!content || offset < content.from || offset > content.to) return null
  const before = text.slice(content.from, offset).split('\n')
  const typed = /^([ ]*(?:- +)*)(?:([\w-]+)[ \t]*:[ \t]+)?([\w-]*)$/.exec(before.pop() ?? '')
  if (!typed) return null
  const [, lead = '', key = null, word = ''] = typed
  const column = lead.length
  const above = before.map(readLine)
  const below = text.slice(offset, content.to).split('\n').slice(1).map(readLine)
  return {
    path: pathOf({ ...readLine(lead), column }, above),
    valueKey: key,
    from: offset - word.length,
    indent: ' '.repeat(column),
    siblings: siblingsOf(column, lead.includes('-') ? [] : above, below),
  }
}

/** @internal The key at an offset, with the keys around it; `null` where none stands. */
export function keyAt(
  text: string,
  offset: number,
): { path: readonly string[]; key: string; from: number } | null {
  const content = locateFrontMatter(text)?.contentRange
  if (!content || offset < content.from || offset >= content.to) return null
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const lineEnd = text.indexOf('\n', offset)
  const line = readLine(text.slice(lineStart, lineEnd === -1 ? undefined : lineEnd))
  if (line.key === null || line.column === null) return null
  const from = lineStart + line.column
  if (offset < from || offset > from + line.key.length) return null
  const above = text.slice(content.from, lineStart).split('\n').slice(0, -1).map(readLine)
  return { path: pathOf(line, above), key: line.key, from }
}

function readLine(line: string): Line {
  const [, blanks = '', dashes = '', key] = LINE.exec(line) ?? []
  const says = line.trim() !== '' && !line.trimStart().startsWith('#')
  return {
    dashes: Array.from(dashes.matchAll(/-/g), ({ index }) => blanks.length + index),
    column: says ? blanks.length + dashes.length : null,
    key: key === undefined ? null : key.replace(/^["']|["']$/g, ''),
  }
}

/** Walks up, from right to left in each line, through what stands further and further left. */
function pathOf(here: Line, above: readonly Line[]): string[] {
  const path: string[] = []
  let column = here.column ?? 0
  // A list may stand as far left as the key it belongs to.
  let isList = false
  const passDashes = ({ dashes }: Line): void => {
    for (const dash of dashes.toReversed()) {
      if (dash >= column) continue
      path.unshift(ITEM)
      column = dash
      isList = true
    }
  }
  passDashes(here)
  for (const line of above.toReversed()) {
    if (
      line.key !== null &&
      line.column !== null &&
      (line.column < column || (isList && line.column === column))
    ) {
      path.unshift(line.key)
      column = line.column
      isList = false
    }
    passDashes(line)
    if (column === 0 && !isList) break
  }
  return path
}

/** Keys of the same entry: they stand in the same column, with nothing further left between. */
function siblingsOf(column: number, above: readonly Line[], below: readonly Line[]): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const line of above.toReversed()) {
    if (line.column === null) continue
    if (line.column < column) break
    if (line.column === column && line.key !== null) keys.add(line.key)
    if (line.column === column && line.dashes.length > 0) break
  }
  for (const line of below) {
    if (line.column === null) continue
    if (line.column < column || line.dashes.some((dash) => dash < column)) break
    if (line.column === column && line.key !== null) keys.add(line.key)
  }
  return keys
}
