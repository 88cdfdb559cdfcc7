import { isWord } from '../diff/split-words.ts'
import type { Span } from './group-changes.ts'
import { ownEdits, type Piece } from './pieces.ts'
import type { WordEdit } from './word-edits.ts'

/**
 * @internal Whether both sides changed a piece so much that their edits together would be a text that nobody meant. That is so when
 * either keeps less than half of its words, or when they edited one sentence of which both together keep less than half of the words,
 * or into which they put more words than it had.
 */
export function isRewritten(piece: Piece, baseWords: readonly string[]): boolean {
  const edits = ownEdits(piece)
  if (edits.ours.length === 0 || edits.theirs.length === 0) return false
  const [ours, theirs] = [tracesOf(edits.ours, piece.base), tracesOf(edits.theirs, piece.base)]
  const words = baseWords.slice(piece.base.from, piece.base.to)
  const meaningful = words.map(isWord)
  const count = meaningful.filter(Boolean).length
  const kept = ({ removed }: Traces) => meaningful.filter((is, index) => is && !removed[index]).length
  if (count === 0 || 2 * kept(ours) < count || 2 * kept(theirs) < count) return true
  return sentencesOf(words).some((sentence) => isTorn(sentence, meaningful, ours, theirs))
}

/** What the edits of a side do to each word of a piece. */
interface Traces {
  readonly removed: Uint8Array
  /** Words put before it, in place of others. */
  readonly replacing: Uint32Array
  /** Words put before it, in place of none. */
  readonly inserted: Uint32Array
}

function tracesOf(edits: readonly WordEdit[], { from, to }: Span): Traces {
  const length = to - from + 1
  const traces = {
    removed: new Uint8Array(length),
    replacing: new Uint32Array(length),
    inserted: new Uint32Array(length),
  }
  for (const { before, removed, addedWords } of edits) {
    const at = before - from
    traces.removed.fill(1, at, at + removed)
    // Punctuation alone is an insertion too.
    if (removed > 0) traces.replacing[at] = addedWords.length
    else traces.inserted[at] = Math.max(1, addedWords.length)
  }
  return traces
}

function isTorn({ from, to }: Span, meaningful: readonly boolean[], ours: Traces, theirs: Traces): boolean {
  const [left, right] = [additions(ours, from, to), additions(theirs, from, to)]
  if (left === null || right === null) return false
  let [words, kept] = [0, 0]
  for (let index = from; index < to; index += 1) {
    if (!meaningful[index]) continue
    words += 1
    if (!ours.removed[index] && !theirs.removed[index]) kept += 1
  }
  return 2 * kept < words || left + right > words
}

/** How many words a side put into a sentence; `null` when it did not edit it. What stands before its first word is not in it. */
function additions({ removed, replacing, inserted }: Traces, from: number, to: number): number | null {
  let edited = false
  let count = 0
  for (let index = from; index < to; index += 1) {
    const here = replacing[index]! + (index > from ? inserted[index]! : 0)
    if (here > 0 || removed[index]) edited = true
    count += here
  }
  return edited ? count : null
}

const SENTENCE_END = /^[.!?…。！？]$/
const CLOSING = /^["'”’»)\]*_]$/

/** Sentences end after a full stop, question or exclamation mark that a blank or the end follows, and with the line. */
function sentencesOf(words: readonly string[]): Span[] {
  const sentences: Span[] = []
  let from = 0
  for (let index = 0; index < words.length; index += 1) {
    if (words[index] !== '\n' && !endsSentence(words, index)) continue
    sentences.push({ from, to: index + 1 })
    from = index + 1
  }
  if (from < words.length) sentences.push({ from, to: words.length })
  return sentences
}

function endsSentence(words: readonly string[], index: number): boolean {
  const word = words[index] ?? ''
  if (/^[。！？]$/.test(word)) return true
  const next = words[index + 1]
  if (next !== undefined && !/^\s/.test(next)) return false
  const mark = CLOSING.test(word) ? (words[index - 1] ?? '') : word
  return SENTENCE_END.test(mark)
}
