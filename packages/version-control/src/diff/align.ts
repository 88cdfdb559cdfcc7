import { type Change, changesOf } from './change.ts'
import { comparableTokens, roughRoot } from './comparable-tokens.ts'
import type { Effort } from './edit-graph.ts'
import { numberTokens } from './number-tokens.ts'
import { markShortPath } from './short-path.ts'
import { slideGroups } from './slide-groups.ts'

/** Some tenths of a second. No two texts that have much in common need as much. */
const FULL_EFFORT = 20_000_000

/**
 * @internal How one list of tokens becomes another: ascending changes with kept tokens between any two.
 * Between lines, the same changes that `git merge-file` finds. The time is bounded by the effort, which several calls may share.
 */
export function align(
  before: readonly string[],
  after: readonly string[],
  effort: Effort = { steps: FULL_EFFORT },
): Change[] {
  const [a, b] = numberTokens(before, after) as [Int32Array, Int32Array]
  const removed = new Uint8Array(a.length)
  const added = new Uint8Array(b.length)
  markChanges({ a, b, removed, added }, effort)
  slideGroups(a, removed, added)
  slideGroups(b, added, removed)
  return changesOf(removed, added)
}

interface Marking {
  readonly a: Int32Array
  readonly b: Int32Array
  readonly removed: Uint8Array
  readonly added: Uint8Array
}

function markChanges({ a, b, removed, added }: Marking, effort: Effort): void {
  const start = commonStart(a, b)
  const end = commonEnd(a, b, start)
  const [aTo, bTo] = [a.length - end, b.length - end]
  const kinds = Math.max(maximum(a), maximum(b)) + 1
  const left = comparableTokens(a, occurrences(b, kinds), [start, aTo])
  const right = comparableTokens(b, occurrences(a, kinds), [start, bTo])
  const path = markShortPath(
    left.map((index) => a[index]!),
    right.map((index) => b[index]!),
    roughRoot(left.length + right.length + 3),
    effort,
  )
  removed.fill(1, start, aTo)
  for (let at = 0; at < left.length; at += 1) removed[left[at]!] = path.removed[at]!
  added.fill(1, start, bTo)
  for (let at = 0; at < right.length; at += 1) added[right[at]!] = path.added[at]!
}

function commonStart(a: Int32Array, b: Int32Array): number {
  const most = Math.min(a.length, b.length)
  let count = 0
  while (count < most && a[count] === b[count]) count += 1
  return count
}

function commonEnd(a: Int32Array, b: Int32Array, start: number): number {
  const most = Math.min(a.length, b.length) - start
  let count = 0
  while (count < most && a[a.length - 1 - count] === b[b.length - 1 - count]) count += 1
  return count
}

function maximum(numbers: Int32Array): number {
  let most = -1
  for (const number of numbers) if (number > most) most = number
  return most
}

function occurrences(numbers: Int32Array, kinds: number): Int32Array {
  const counts = new Int32Array(kinds)
  for (const number of numbers) counts[number]! += 1
  return counts
}
