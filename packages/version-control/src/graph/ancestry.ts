import type { CommitTable } from './commit-table.ts'
import { PaintedQueue } from './painted-queue.ts'

/** Reached from the first side, from the second, from both; and below a common ancestor. */
const OURS = 1
const THEIRS = 2
const BOTH = OURS | THEIRS
const BELOW = 4

/** @internal Whether `ancestor` can be reached from `descendant`. Visits only commits between the two. */
export function reaches(table: CommitTable, descendant: number, ancestor: number): boolean {
  const queue = new PaintedQueue()
  queue.add(descendant, OURS)
  for (let next = queue.take(); next; next = queue.take()) {
    if (next.index === ancestor) return true
    for (const parent of table.parentsOf(next.index)) if (parent >= ancestor) queue.add(parent, OURS)
  }
  return false
}

/**
 * @internal Best common ancestors of two groups of heads, newest first.
 * Paint spreads from both groups to the parents. A commit taken with both paints, and not below another such, is one of them.
 * Once nothing waits with one of the plain paints, no further commit can be reached by both for the first time.
 */
export function bestCommonAncestors(
  table: CommitTable,
  ours: readonly number[],
  theirs: readonly number[],
): number[] {
  const queue = painted(ours, theirs)
  const bases: number[] = []
  while (queue.count(OURS) > 0 && queue.count(THEIRS) > 0) {
    const next = queue.take()
    if (!next) break
    if (next.paint === BOTH) bases.push(next.index)
    const paint = (next.paint & BOTH) === BOTH ? BOTH | BELOW : next.paint
    for (const parent of table.parentsOf(next.index)) queue.add(parent, paint)
  }
  return bases
}

/** @internal How many commits only one of two heads reaches. Ends as soon as everything that waits is common. */
export function countUnshared(
  table: CommitTable,
  ours: number,
  theirs: number,
): { ahead: number; behind: number } {
  const queue = painted([ours], [theirs])
  let [ahead, behind] = [0, 0]
  while (queue.count(OURS) + queue.count(THEIRS) > 0) {
    const next = queue.take()
    if (!next) break
    if (next.paint === OURS) ahead += 1
    if (next.paint === THEIRS) behind += 1
    for (const parent of table.parentsOf(next.index)) queue.add(parent, next.paint)
  }
  return { ahead, behind }
}

function painted(ours: readonly number[], theirs: readonly number[]): PaintedQueue {
  const queue = new PaintedQueue()
  for (const index of ours) queue.add(index, OURS)
  for (const index of theirs) queue.add(index, THEIRS)
  return queue
}
