import { align } from '../diff/align.ts'
import type { Effort } from '../diff/edit-graph.ts'
import { splitWords } from '../diff/split-words.ts'

/** @internal A piece kept from the text before: UTF-16 offsets into both texts. */
export interface KeptPiece {
  readonly before: number
  readonly after: number
  readonly length: number
}

/** The pieces of one side, with what is needed to compare them. */
interface Pieces {
  readonly texts: readonly string[]
  readonly offsets: readonly number[]
  /** Number of the line each piece stands in. */
  readonly lines: readonly number[]
  /** Which pieces are words. */
  readonly words: readonly number[]
  /** How many units each line has in words. */
  readonly wordUnits: readonly number[]
}

/**
 * @internal The pieces of changed lines that were there before, ascending on both sides.
 * Words count as kept only between two lines that share at least half of the shorter one, in letters: in unlike sentences it is
 * chance that finds the same small words. Blanks stay with the kept word beside them.
 */
export function matchPieces(before: string, after: string, effort: Effort): KeptPiece[] {
  const [old, now] = [readPieces(before), readPieces(after)]
  const origin = withBlanks(old, now, relatedWords(old, now, matchWords(old, now, effort)))
  return origin.flatMap((from, at) => {
    if (from === -1) return []
    const length = now.texts[at]?.length ?? 0
    return [{ before: old.offsets[from] ?? 0, after: now.offsets[at] ?? 0, length }]
  })
}

function readPieces(text: string): Pieces {
  const pieces = {
    texts: splitWords(text),
    offsets: [] as number[],
    lines: [] as number[],
    words: [] as number[],
    wordUnits: [0],
  }
  let [offset, line] = [0, 0]
  for (const [index, piece] of pieces.texts.entries()) {
    pieces.offsets.push(offset)
    pieces.lines.push(line)
    if (!isBlank(piece)) {
      pieces.words.push(index)
      pieces.wordUnits[line] = (pieces.wordUnits[line] ?? 0) + piece.length
    }
    offset += piece.length
    if (piece === '\n') {
      line += 1
      pieces.wordUnits.push(0)
    }
  }
  return pieces
}

/** For each piece now the piece before it came from, words only; -1: none. */
function matchWords(old: Pieces, now: Pieces, effort: Effort): number[] {
  const texts = (pieces: Pieces) => pieces.words.map((index) => pieces.texts[index] ?? '')
  const origin = new Array<number>(now.texts.length).fill(-1)
  const keep = (before: number, after: number, count: number) => {
    for (let step = 0; step < count; step += 1) {
      origin[now.words[after + step] ?? 0] = old.words[before + step] ?? -1
    }
  }
  let [before, after] = [0, 0]
  for (const change of align(texts(old), texts(now), effort)) {
    keep(before, after, change.before - before)
    before = change.before + change.removed
    after = change.after + change.added
  }
  keep(before, after, old.words.length - before)
  return origin
}

/** Drops matches between lines that have too little in common. */
function relatedWords(old: Pieces, now: Pieces, origin: readonly number[]): number[] {
  const shared = new Map<string, number>()
  const pairOf = (from: number, at: number) => `${old.lines[from]} ${now.lines[at]}`
  for (const [at, from] of origin.entries()) {
    if (from === -1) continue
    const pair = pairOf(from, at)
    shared.set(pair, (shared.get(pair) ?? 0) + (now.texts[at]?.length ?? 0))
  }
  return origin.map((from, at) => {
    if (from === -1) return -1
    const shorter = Math.min(old.wordUnits[old.lines[from] ?? 0] ?? 0, now.wordUnits[now.lines[at] ?? 0] ?? 0)
    return (shared.get(pairOf(from, at)) ?? 0) * 2 >= shorter ? from : -1
  })
}

/** A blank is kept when it followed the same kept piece before, or else preceded the same one. */
function withBlanks(old: Pieces, now: Pieces, words: readonly number[]): number[] {
  const origin = [...words]
  let used = -1
  for (const [at, piece] of now.texts.entries()) {
    if (isBlank(piece)) {
      const [left, right] = [origin[at - 1] ?? -1, origin[at + 1] ?? -1]
      if (left !== -1 && old.texts[left + 1] === piece) origin[at] = left + 1
      else if (right - 1 > used && old.texts[right - 1] === piece) origin[at] = right - 1
    }
    used = Math.max(used, origin[at] ?? -1)
  }
  return origin
}

function isBlank(piece: string): boolean {
  return piece.trim() === ''
}
