import type { Span } from './group-changes.ts'
import { ownEdits, type Piece } from './pieces.ts'
import type { WordEdit } from './word-edits.ts'

/** Words in a row that two people do not write by chance. */
const RUN = 3

/**
 * @internal The pieces into which both sides wrote the same, in different places: each edit by itself would stand, and the text would
 * say it twice. `null` when there are none. The same is an insertion of the same words, or three words in a row.
 */
export function findRepeated(pieces: readonly Piece[]): Span | null {
  const ours = new Map<string, number[]>()
  const edits = pieces.map(ownEdits)
  for (const [index, { ours: own }] of edits.entries()) {
    for (const key of own.flatMap(keysOf)) ours.set(key, [...(ours.get(key) ?? []).slice(0, 1), index])
  }
  let [from, to] = [Number.POSITIVE_INFINITY, -1]
  for (const [index, { theirs }] of edits.entries()) {
    for (const found of theirs.flatMap(keysOf).map((key) => ours.get(key))) {
      if (!found) continue
      from = Math.min(from, index, ...found)
      to = Math.max(to, index, ...found)
    }
  }
  return to === -1 ? null : { from, to: to + 1 }
}

function keysOf({ removed, addedWords }: WordEdit): string[] {
  const runs = addedWords.slice(RUN - 1).map((_, index) => addedWords.slice(index, index + RUN).join(' '))
  const isInsertion = removed === 0 && addedWords.length > 0
  return isInsertion ? [...runs, `whole: ${addedWords.join(' ')}`] : runs
}
