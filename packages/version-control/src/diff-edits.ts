import { changedRegions, type Region } from './changed-regions.ts'
import { splitLines } from './split-lines.ts'

/** Replace `deleteCount` UTF-16 units at `offset` of the text before by `insert`. */
export interface TextEdit {
  readonly offset: number
  readonly deleteCount: number
  readonly insert: string
}

/** Most lines added and removed that are searched for the shortest difference; beyond, the whole changed part is one region. */
const MAX_LINE_EDITS = 1000
/** The same for characters inside one changed group of lines. */
const MAX_CHAR_EDITS = 400
/** Steps that all character searches of one call may take together: some tens of milliseconds. */
const CHAR_STEPS = 2_000_000

/**
 * Edits that turn `before` into `after`: `applyEdits(before, diffEdits(before, after)) === after`.
 * They are ascending, do not touch each other, hold offsets into `before` in UTF-16 units and never split a surrogate pair.
 * Lines are compared first, then characters inside changed lines. Where texts are long and unlike, edits are coarser, so that
 * the time stays bounded; the result depends on the texts alone, never on the clock.
 */
export function diffEdits(before: string, after: string): TextEdit[] {
  if (before === after) return []
  let steps = CHAR_STEPS
  return changedRegions(splitLines(before), splitLines(after), MAX_LINE_EDITS).flatMap((region) => {
    const removed = Array.from(region.removed.join(''))
    const inserted = Array.from(region.inserted.join(''))
    const limit = charLimit(removed.length + inserted.length, steps)
    steps -= limit * limit
    return changedRegions(removed, inserted, limit).map((part) => editOf(part, region.offset))
  })
}

/** Nothing is gained by a search that keeps less than half of the characters: scattered letters only look alike. */
function charLimit(length: number, steps: number): number {
  return Math.min(MAX_CHAR_EDITS, Math.ceil(length / 2), Math.floor(Math.sqrt(steps)))
}

function editOf({ offset, removed, inserted }: Region, base: number): TextEdit {
  return { offset: base + offset, deleteCount: removed.join('').length, insert: inserted.join('') }
}
