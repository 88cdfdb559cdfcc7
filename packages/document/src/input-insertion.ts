import { isMap, isPair, isScalar, isSeq, type Pair } from 'yaml'

/** Where one more input can be declared, in the style of those that stand there. */
export interface InputInsertion {
  /** The beginning of a line. */
  readonly offset: number
  /** Blanks before the `-` or the name. */
  readonly indent: string
  /** Whether the inputs are a list; otherwise a mapping. */
  readonly list: boolean
}

/** @internal `null` where no line can simply be added: flow style, or nothing there yet. Only block style can be continued by a line of its own. */
export function inputInsertion(pair: Pair, raw: string, base: number): InputInsertion | null {
  const node = pair.value
  if (!(isSeq(node) || isMap(node)) || node.flow || !node.range) return null
  const first = node.items[0]
  const firstNode = isPair(first) ? first.key : first
  if (!(isScalar(firstNode) || isMap(firstNode)) || !firstNode.range) return null
  const lineStart = raw.lastIndexOf('\n', firstNode.range[0] - 1) + 1
  const indent = /^ */.exec(raw.slice(lineStart))?.[0] ?? ''
  const lineEnd = raw.indexOf('\n', Math.max(node.range[1] - 1, 0))
  return lineEnd === -1 ? null : { offset: base + lineEnd + 1, indent, list: isSeq(node) }
}
