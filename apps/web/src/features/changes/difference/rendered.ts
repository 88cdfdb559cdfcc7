import { parseDocument } from '@incipit/document'
import { diffWords, type WordPart } from '@incipit/version-control'

/** A message as it was and as it is. */
export interface RenderedMessage {
  role: string
  state: 'same' | 'added' | 'removed' | 'changed'
  /** Its words, those that came and went marked. */
  parts: readonly WordPart[]
}

interface Said {
  role: string
  text: string
}

/** Beyond this many messages on both sides together they are paired by place: alignment would take too long. */
const MOST_ALIGNED = 400
/** Two messages of one role with less in common are not the same message said differently. */
const LEAST_ALIKE = 0.2

/** The messages of both documents as one conversation. */
export function renderedMessages(before: string, after: string): RenderedMessage[] {
  const [left, right] = [messagesOf(before), messagesOf(after)]
  return pair(left, right).map(([was, is]): RenderedMessage => {
    if (was && is)
      return {
        role: is.role,
        state: was.text === is.text ? 'same' : 'changed',
        parts: was.text === is.text ? whole('same', is.text) : diffWords(was.text, is.text),
      }
    return is
      ? { role: is.role, state: 'added', parts: whole('added', is.text) }
      : { role: was?.role ?? 'text', state: 'removed', parts: whole('removed', was?.text ?? '') }
  })
}

function messagesOf(text: string): Said[] {
  return parseDocument(text).messages.map(({ role, text: said }) => ({
    role: role ?? 'text',
    text: said.trim(),
  }))
}

function whole(kind: WordPart['kind'], text: string): WordPart[] {
  return text === '' ? [] : [{ kind, text }]
}

type Pair = [Said | null, Said | null]

/** Finds the pairing in which messages of one role that resemble each other stand together, in order on both sides. */
function pair(left: readonly Said[], right: readonly Said[]): Pair[] {
  if (left.length + right.length > MOST_ALIGNED)
    return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => [
      left[at] ?? null,
      right[at] ?? null,
    ])
  const likeness = likenesses(left, right)
  const best = bestSums(likeness, left.length, right.length)
  const pairs: Pair[] = []
  let [a, b] = [0, 0]
  while (a < left.length || b < right.length) {
    const here = best(a, b)
    const alike = a < left.length && b < right.length ? likeness(a, b) : 0
    if (alike > 0 && here === alike + best(a + 1, b + 1)) pairs.push([left[a++] ?? null, right[b++] ?? null])
    else if (a < left.length && here === best(a + 1, b)) pairs.push([left[a++] ?? null, null])
    else pairs.push([null, right[b++] ?? null])
  }
  return pairs
}

function likenesses(left: readonly Said[], right: readonly Said[]): (a: number, b: number) => number {
  const words = (said: Said) => new Set(said.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
  const [lefts, rights] = [left.map(words), right.map(words)]
  return (a, b) => {
    const [was, is] = [left[a], right[b]]
    if (!was || !is || was.role !== is.role) return 0
    if (was.text === is.text) return 2
    const [mine, theirs] = [lefts[a] ?? new Set<string>(), rights[b] ?? new Set<string>()]
    const common = [...mine].filter((word) => theirs.has(word)).length
    const share = common / Math.max(1, Math.min(mine.size, theirs.size))
    return share < LEAST_ALIKE ? 0 : share
  }
}

function bestSums(likeness: (a: number, b: number) => number, rows: number, columns: number) {
  const sums = new Float64Array((rows + 1) * (columns + 1))
  const at = (a: number, b: number) => sums[a * (columns + 1) + b] ?? 0
  for (let a = rows - 1; a >= 0; a -= 1)
    for (let b = columns - 1; b >= 0; b -= 1) {
      const alike = likeness(a, b)
      const together = alike > 0 ? alike + at(a + 1, b + 1) : 0
      sums[a * (columns + 1) + b] = Math.max(together, at(a + 1, b), at(a, b + 1))
    }
  return at
}
