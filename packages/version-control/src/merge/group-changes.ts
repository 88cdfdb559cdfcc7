import type { Change } from '../diff/change.ts'

/** @internal A run of tokens, `[from, to)`. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** @internal Changes of one side or both that are too near to each other to be told apart, and what they span in each list. */
export interface ChangeGroup<C extends Change = Change> {
  readonly base: Span
  readonly ours: Span
  readonly theirs: Span
  /** Ascending; positions are those of the whole lists. */
  readonly oursChanges: readonly C[]
  readonly theirsChanges: readonly C[]
}

/**
 * @internal Groups the changes from a base to two sides, ascending. Everything between groups is kept by both sides.
 *
 * @param keepsApart whether the tokens `[from, to)` of the base, kept by both sides, tell the changes before them from those after
 */
export function groupChanges<C extends Change>(
  ours: readonly C[],
  theirs: readonly C[],
  keepsApart: (from: number, to: number) => boolean,
): ChangeGroup<C>[] {
  const groups: ChangeGroup<C>[] = []
  const [left, right] = [new Queue(ours), new Queue(theirs)]
  while (left.next || right.next) {
    const from = Math.min(left.begin, right.begin)
    const starts = [from + left.shift, from + right.shift] as const
    const firsts = [left.taken, right.taken] as const
    let to = from
    do to = Math.max(to, left.begin <= right.begin ? left.take() : right.take())
    while ((left.next || right.next) && !isApart(to, Math.min(left.begin, right.begin), keepsApart))
    groups.push({
      base: { from, to },
      ours: { from: starts[0], to: to + left.shift },
      theirs: { from: starts[1], to: to + right.shift },
      oursChanges: ours.slice(firsts[0], left.taken),
      theirsChanges: theirs.slice(firsts[1], right.taken),
    })
  }
  return groups
}

function isApart(end: number, begin: number, keepsApart: (from: number, to: number) => boolean): boolean {
  return begin > end && keepsApart(end, begin)
}

/** The changes of one side, taken one after the other. */
class Queue {
  readonly #changes: readonly Change[]
  taken = 0
  /** What to add to a position of the base behind all taken changes to get that of the side. */
  shift = 0

  constructor(changes: readonly Change[]) {
    this.#changes = changes
  }

  get next(): Change | undefined {
    return this.#changes[this.taken]
  }

  /** Where the next change begins in the base; beyond everything when there is none. */
  get begin(): number {
    return this.next?.before ?? Number.POSITIVE_INFINITY
  }

  /** @returns where the change taken ends in the base */
  take(): number {
    const { next } = this
    if (!next) return 0
    this.taken += 1
    this.shift += next.added - next.removed
    return next.before + next.removed
  }
}
