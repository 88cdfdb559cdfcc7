/** Paints are bit sets below this. */
const PAINTS = 8

/** @internal A commit taken from the queue, with the paint of all who reached it. */
export interface PaintedCommit {
  readonly index: number
  readonly paint: number
}

/**
 * @internal Commit indexes waiting to be visited, highest first, each with a paint (a bit set) that says from where it was reached.
 * An index that waits several times is taken once, with all its paints together. When only parents of what was taken are put in,
 * that paint is final, because every child has a higher index. A binary heap of `index * PAINTS + paint`: histories are
 * narrow, so that it stays small whatever their length.
 */
export class PaintedQueue {
  readonly #heap: number[] = []
  readonly #counts: number[] = new Array<number>(PAINTS).fill(0)

  /** How many entries wait with exactly this paint. */
  count(paint: number): number {
    return this.#counts[paint] ?? 0
  }

  add(index: number, paint: number): void {
    this.#counts[paint] = this.count(paint) + 1
    const heap = this.#heap
    const entry = index * PAINTS + paint
    let at = heap.length
    while (at > 0) {
      const above = (at - 1) >> 1
      const other = this.#at(above)
      if (other >= entry) break
      heap[at] = other
      at = above
    }
    heap[at] = entry
  }

  /** The highest index that waits, or `null` when none does. */
  take(): PaintedCommit | null {
    const top = this.#heap[0]
    if (top === undefined) return null
    const index = Math.floor(top / PAINTS)
    let paint = 0
    while (Math.floor(this.#at(0) / PAINTS) === index) paint |= this.#removeTop()
    return { index, paint }
  }

  #removeTop(): number {
    const heap = this.#heap
    const paint = this.#at(0) % PAINTS
    this.#counts[paint] = this.count(paint) - 1
    const last = heap.pop() ?? -1
    if (heap.length > 0) this.#sink(last)
    return paint
  }

  /** Put an entry at the top and let it down to its place. */
  #sink(entry: number): void {
    const heap = this.#heap
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (this.#at(below + 1) > this.#at(below)) below += 1
      if (this.#at(below) <= entry) break
      heap[at] = this.#at(below)
      at = below
    }
    heap[at] = entry
  }

  /** Below every entry where there is none. */
  #at(place: number): number {
    return this.#heap[place] ?? -1
  }
}
