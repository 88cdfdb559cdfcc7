import { isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml'

/** @internal Lines of YAML that belong to one key or one item of a list. */
export interface Block {
  /** Unlike that of every other block beside it. */
  readonly key: string
  readonly text: string
  /** The same text by its items, where it is a list of named things; `null` otherwise. */
  readonly items: readonly Block[] | null
}

/** @internal Keys of the blocks that stand before the first and after the last key, whatever else moves. */
export const HEAD = 'head'
export const TAIL = 'tail'

/** Lists whose items are known by their names. */
const NAMED_LISTS = new Set<unknown>(['inputs', 'outputs', 'tools'])

/**
 * @internal The top level of a YAML mapping by its keys: texts that follow each other without gap. Comments directly above a key belong
 * to it. `null` where the YAML is broken, or written so that keys do not stand on lines of their own, or where a key stands twice.
 */
export function readBlocks(yaml: string): Block[] | null {
  try {
    const tree = parseDocument(yaml, {
      keepSourceTokens: true,
      prettyErrors: false,
      logLevel: 'silent',
      schema: 'core',
      merge: false,
      uniqueKeys: false,
    })
    if (tree.errors.length > 0) return null
    if (tree.contents === null) return blocksAt(yaml, [], 0)
    return isMap(tree.contents) ? mapBlocks(yaml, tree.contents, 0) : null
  } catch (error) {
    // The parser throws for nesting deeper than the stack.
    if (error instanceof Error) return null
    throw error
  }
}

/** Where a block begins, and what is nested in it. */
interface Start {
  readonly key: string
  /** Offset of its first character that is no blank. */
  readonly at: number
  readonly nested: Nested | null
}

type Nested = YAMLMap | YAMLSeq

/** @param offset where `text` begins in what was parsed */
function mapBlocks(text: string, map: YAMLMap, offset: number): Block[] | null {
  const starts = map.items.map((pair) => pairStart(pair, offset))
  return starts.every((start) => start !== null) ? blocksAt(text, starts, offset) : null
}

function pairStart({ key, value }: Pair, offset: number): Start | null {
  if (!isScalar(key) || !key.range) return null
  const isNamed = NAMED_LISTS.has(key.value) && (isMap(value) || isSeq(value)) && !value.flow
  return { key: `key ${String(key.value)}`, at: key.range[0] - offset, nested: isNamed ? value : null }
}

function seqBlocks(text: string, seq: YAMLSeq, offset: number): Block[] | null {
  const token = seq.srcToken
  if (token?.type !== 'block-seq') return null
  const starts = seq.items.map((item, index) => {
    const mark = token.items[index]?.start.find(({ type }) => type === 'seq-item-ind')
    const name = isMap(item) ? item.get('name') : undefined
    if (!mark || typeof name !== 'string') return null
    return { key: `item ${name}`, at: mark.offset - offset, nested: null }
  })
  return starts.every((start) => start !== null) ? blocksAt(text, starts, offset) : null
}

/** Cuts a text before each start; `null` when a start is not the first thing on its line or two have one key. */
function blocksAt(text: string, starts: readonly Start[], offset: number): Block[] | null {
  if (new Set(starts.map(({ key }) => key)).size < starts.length) return null
  const lines = starts.map(({ at }) => lineStart(text, at))
  if (starts.some(({ at }, index) => text.slice(lines[index], at).trim() !== '')) return null
  const cuts = starts.map(({ at }, index) => withComments(text, lines[index] ?? 0, at))
  const end = text.length - (/\n(\s*\n)$/.exec(text)?.[1]?.length ?? 0)
  const blocks = starts.map(({ key, nested }, index): Block => {
    const from = cuts[index] ?? 0
    const own = text.slice(from, cuts[index + 1] ?? end)
    return { key, text: own, items: nested && nestedBlocks(own, nested, offset + from) }
  })
  return [...blockOf(HEAD, text.slice(0, cuts[0] ?? end)), ...blocks, ...blockOf(TAIL, text.slice(end))]
}

function nestedBlocks(text: string, nested: Nested, offset: number): Block[] | null {
  return isSeq(nested) ? seqBlocks(text, nested, offset) : mapBlocks(text, nested, offset)
}

function blockOf(key: string, text: string): Block[] {
  return text === '' ? [] : [{ key, text, items: null }]
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
}

/** Where the comments begin that stand directly above a line, indented as it is. */
function withComments(text: string, line: number, at: number): number {
  const mark = `${text.slice(line, at)}#`
  let from = line
  while (from > 0 && text.startsWith(mark, lineStart(text, from - 1))) from = lineStart(text, from - 1)
  return from
}
