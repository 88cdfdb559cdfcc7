import { align } from '../diff/align.ts'
import type { Change } from '../diff/change.ts'
import type { Effort } from '../diff/edit-graph.ts'
import { isWord, splitWords } from '../diff/split-words.ts'

/** @internal Lines with their words, one list after the other. */
export interface WordText {
  readonly words: readonly string[]
  /** Where each line begins in `words`, and where the last ends. */
  readonly starts: readonly number[]
}

/** @internal A change of words. */
export interface WordEdit extends Change {
  /** What it puts in place, words only. */
  readonly addedWords: readonly string[]
  /** Whether the other side did exactly the same. */
  readonly agreed: boolean
}

/** @internal One side of a merge. */
export interface WordSide {
  readonly text: WordText
  readonly lineChanges: readonly Change[]
  readonly effort: Effort
}

/** @internal */
export function wordText(lines: readonly string[]): WordText {
  const words: string[] = []
  const starts = [0]
  for (const line of lines) {
    for (const word of splitWords(line)) words.push(word)
    starts.push(words.length)
  }
  return { words, starts }
}

/** More edits than this on one side are another text, not an edited one. */
const MOST_EDITS = 10_000

/** @internal The edits of both sides inside the lines they changed; `null` where a side has more than 10,000. */
export function wordEdits(
  base: WordText,
  ours: WordSide,
  theirs: WordSide,
): [ours: WordEdit[], theirs: WordEdit[]] | null {
  const left = wordChanges(base, ours)
  const right = left && wordChanges(base, theirs)
  if (!left || !right) return null
  return [
    editsOf(left, ours.text, keysOf(right, theirs.text)),
    editsOf(right, theirs.text, keysOf(left, ours.text)),
  ]
}

function wordChanges(base: WordText, { text, lineChanges, effort }: WordSide): Change[] | null {
  const changes: Change[] = []
  for (const { before, removed, after, added } of lineChanges) {
    const [from, to] = [startOf(base, before), startOf(base, before + removed)]
    const [sideFrom, sideTo] = [startOf(text, after), startOf(text, after + added)]
    for (const change of align(base.words.slice(from, to), text.words.slice(sideFrom, sideTo), effort)) {
      changes.push({ ...change, before: from + change.before, after: sideFrom + change.after })
    }
    if (changes.length > MOST_EDITS) return null
  }
  return changes
}

function startOf({ words, starts }: WordText, line: number): number {
  return starts[line] ?? words.length
}

function editsOf(changes: readonly Change[], text: WordText, others: ReadonlySet<string>): WordEdit[] {
  return changes.map((change) => ({
    ...change,
    addedWords: text.words.slice(change.after, change.after + change.added).filter(isWord),
    agreed: others.has(keyOf(change, text)),
  }))
}

function keysOf(changes: readonly Change[], text: WordText): Set<string> {
  return new Set(changes.map((change) => keyOf(change, text)))
}

function keyOf({ before, removed, after, added }: Change, { words }: WordText): string {
  return `${before} ${removed} ${words.slice(after, after + added).join('')}`
}
