import { splitLines } from '../split-lines.ts'
import { align } from './align.ts'

/**
 * Lines that differ: `beforeCount` lines from line `beforeStart` became `afterCount` lines from line `afterStart`.
 * Line numbers count from 1. Where a count is 0, its start is the line before which the other lines were removed or added;
 * at the end of the text that is one more than it has lines.
 */
export interface LineChange {
  readonly beforeStart: number
  readonly beforeCount: number
  readonly afterStart: number
  readonly afterCount: number
}

/**
 * The changed lines between two LF texts, ascending, with kept lines between any two.
 * A line includes its line break, so that a missing one at the end is a difference. Texts that resemble each other give a shortest
 * difference, others a short one in bounded time, the same as that of `git diff`.
 */
export function diffLines(before: string, after: string): LineChange[] {
  return align(splitLines(before), splitLines(after)).map((change) => ({
    beforeStart: change.before + 1,
    beforeCount: change.removed,
    afterStart: change.after + 1,
    afterCount: change.added,
  }))
}
