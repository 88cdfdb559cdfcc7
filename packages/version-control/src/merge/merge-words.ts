import type { Effort } from '../diff/edit-graph.ts'
import { isWord } from '../diff/split-words.ts'
import { findRepeated } from './find-repeated.ts'
import { type ChangeGroup, groupChanges, type Span } from './group-changes.ts'
import { isRewritten } from './is-rewritten.ts'
import type { LineConflict } from './merge-lines.ts'
import { type MergeRegion, settle } from './merge-region.ts'
import { type Piece, piecesOf, type ThreeTexts } from './pieces.ts'
import { trimConflict } from './trim-conflict.ts'
import { type WordEdit, type WordText, wordEdits, wordText } from './word-edits.ts'

/** @internal What comparing words may cost, each side by itself, so that swapping the sides changes nothing. */
export interface WordEffort {
  readonly ours: Effort
  readonly theirs: Effort
}

/**
 * @internal Merges lines that both sides changed by their words, piece by piece. A piece is settled when all its groups of edits are,
 * when it is not rewritten, and when not both sides wrote the same into it.
 */
export function mergeWords(conflict: LineConflict, effort: WordEffort): MergeRegion[] {
  const texts: ThreeTexts = {
    base: wordText(conflict.base),
    ours: wordText(conflict.ours),
    theirs: wordText(conflict.theirs),
  }
  const edits = wordEdits(
    texts.base,
    { text: texts.ours, lineChanges: conflict.oursChanges, effort: effort.ours },
    { text: texts.theirs, lineChanges: conflict.theirsChanges, effort: effort.theirs },
  )
  if (!edits) {
    return trimmed({
      base: conflict.base.join(''),
      ours: conflict.ours.join(''),
      theirs: conflict.theirs.join(''),
    })
  }
  const pieces = piecesOf(texts, groupChanges(...edits, wordStandsBetween(texts.base.words)))
  const repeated = findRepeated(pieces)
  const settled = pieces.map((piece, index) => {
    const isRepeated = repeated !== null && repeated.from <= index && index < repeated.to
    return isRepeated || isRewritten(piece, texts.base.words) ? null : pieceText(piece, texts)
  })
  return regionsOf(pieces, settled, texts)
}

/** Edits are told apart by a kept word or line break between them. */
function wordStandsBetween(words: readonly string[]): (from: number, to: number) => boolean {
  const before = new Uint32Array(words.length + 1)
  for (const [index, word] of words.entries()) {
    before[index + 1] = before[index]! + (word === '\n' || isWord(word) ? 1 : 0)
  }
  return (from, to) => before[to]! > before[from]!
}

function pieceText({ base, groups }: Piece, texts: ThreeTexts): string | null {
  const parts: string[] = []
  let done = base.from
  for (const group of groups) {
    const text = groupText(group, texts)
    if (text === null) return null
    parts.push(textOf(texts.base, { from: done, to: group.base.from }), text)
    done = group.base.to
  }
  parts.push(textOf(texts.base, { from: done, to: base.to }))
  return parts.join('')
}

function groupText(group: ChangeGroup<WordEdit>, texts: ThreeTexts): string | null {
  const ours = textOf(texts.ours, group.ours)
  const theirs = textOf(texts.theirs, group.theirs)
  // A side that did nothing but what the other did too has no say of its own.
  if (group.oursChanges.every(({ agreed }) => agreed)) return theirs
  if (group.theirsChanges.every(({ agreed }) => agreed)) return ours
  return settle(textOf(texts.base, group.base), ours, theirs)
}

/** Conflicting pieces beside each other are one conflict. */
function regionsOf(
  pieces: readonly Piece[],
  settled: readonly (string | null)[],
  texts: ThreeTexts,
): MergeRegion[] {
  const regions: MergeRegion[] = []
  for (let index = 0; index < pieces.length; index += 1) {
    const text = settled[index] ?? null
    if (text !== null) {
      regions.push({ kind: 'merged', text })
      continue
    }
    let last = index
    while (last + 1 < pieces.length && settled[last + 1] === null) last += 1
    regions.push(...conflictOf(pieces[index]!, pieces[last]!, texts))
    index = last
  }
  return regions
}

function conflictOf(first: Piece, last: Piece, texts: ThreeTexts): MergeRegion[] {
  const side = (name: keyof ThreeTexts) => textOf(texts[name], { from: first[name].from, to: last[name].to })
  return trimmed({ base: side('base'), ours: side('ours'), theirs: side('theirs') })
}

/** Without the lines both sides agree on, nothing may be left that they disagree on. */
function trimmed(texts: Readonly<Record<keyof ThreeTexts, string>>): MergeRegion[] {
  return trimConflict(texts).map((region) => {
    if (region.kind === 'merged') return region
    const text = settle(region.base, region.ours, region.theirs)
    return text === null ? region : { kind: 'merged', text }
  })
}

function textOf({ words }: WordText, { from, to }: Span): string {
  return words.slice(from, to).join('')
}
