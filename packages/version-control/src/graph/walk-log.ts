import type { CommitTable } from './commit-table.ts'
import { PaintedQueue } from './painted-queue.ts'

/** @internal Where a log begins and what it leaves out. */
export interface LogWalk {
  readonly heads: readonly number[]
  readonly firstParentOnly: boolean
  /** Only indexes below this are told. */
  readonly below: number
  /** What these reach is left out. */
  readonly hidden: readonly number[]
}

const SHOWN = 1
const HIDDEN = 2

/**
 * @internal Indexes of a log, highest first. Goes on only as far as it is asked, and ends when nothing that waits can be shown.
 * What is hidden spreads over all parents, whatever the order of the log.
 */
export function* walkLog(table: CommitTable, { heads, firstParentOnly, below, hidden }: LogWalk) {
  const queue = new PaintedQueue()
  for (const index of heads) queue.add(index, SHOWN)
  for (const index of hidden) queue.add(index, HIDDEN)
  while (queue.count(SHOWN) > 0) {
    const next = queue.take()
    if (!next) break
    const { index, paint } = next
    if (paint === SHOWN && index < below) yield index
    if (paint === SHOWN && firstParentOnly) {
      const parent = table.firstParentOf(index)
      if (parent >= 0) queue.add(parent, SHOWN)
    } else {
      for (const parent of table.parentsOf(index)) queue.add(parent, paint)
    }
  }
}
