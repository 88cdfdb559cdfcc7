/** @internal A rectangle of the edit graph: `a[aFrom…aTo)` against `b[bFrom…bTo)`. */
export interface Box {
  readonly aFrom: number
  readonly aTo: number
  readonly bFrom: number
  readonly bTo: number
  /** Whether only a shortest path will do. */
  readonly exact: boolean
}

/** @internal A point on a good path through a box, and how the two boxes it leaves are to be searched. */
export interface Split {
  readonly a: number
  readonly b: number
  readonly exactBefore: boolean
  readonly exactAfter: boolean
}

/** How far one of the two searches has come: for every diagonal (a − b) from `low` to `high` the furthest position in a. */
interface Wave {
  readonly reach: Int32Array
  readonly home: number
  low: number
  high: number
  /** Whether it ran along a diagonal for longer than chance explains. */
  ranLong: boolean
}

/**
 * @internal Steps that searches may still take at full patience; several may share one. A step is a diagonal visited: some
 * nanoseconds. Afterwards they settle for the next best path, so that the time stays in proportion to the length of the lists.
 */
export interface Effort {
  steps: number
}

/** Equal tokens in a row that are no coincidence. */
const LONG_RUN = 20
/** Differences looked for before a promising path is taken for a good one. */
const PATIENCE = 256
/** The same once the effort is spent. */
const IMPATIENCE = 16
/** Progress for each difference found that makes a path promising. */
const PROMISING = 4
/** Beyond every position, for diagonals the backward wave has not entered. */
const FAR = 0x3fffffff

/**
 * @internal The edit graph of two lists and the search for a point in the middle of a short path through it, by waves from both
 * ends that meet (E. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986, section 4b). A search that does not meet
 * within `patience` differences (at least 256) ends at the best point it has reached.
 *
 * Which of several equally short paths is taken decides whether two edits seem to touch. The order of visiting diagonals, the
 * preference among equals and the limits therefore are those which `git diff` can be seen to have.
 */
export class EditGraph {
  readonly a: Int32Array
  readonly b: Int32Array
  readonly #patience: number
  readonly #effort: Effort
  /** Index of diagonal 0. */
  readonly #origin: number
  readonly #forward: Int32Array
  readonly #backward: Int32Array

  constructor(a: Int32Array, b: Int32Array, patience: number, effort: Effort) {
    this.a = a
    this.b = b
    this.#effort = effort
    this.#patience = Math.max(PATIENCE, patience)
    this.#origin = b.length + 1
    this.#forward = new Int32Array(a.length + b.length + 3)
    this.#backward = new Int32Array(a.length + b.length + 3)
  }

  /** A point that divides a box whose corners do not begin or end with equal tokens and of which no side is empty. */
  split(box: Box): Split {
    const forward = this.#start(this.#forward, box.aFrom, box.aFrom - box.bFrom)
    const backward = this.#start(this.#backward, box.aTo, box.aTo - box.bTo)
    const odd = ((forward.home - backward.home) & 1) === 1
    const patience = this.#effort.steps > 0 ? this.#patience : IMPATIENCE
    for (let cost = 1; ; cost += 1) {
      this.#effort.steps -= cost + cost
      const met =
        this.#advance(box, forward, odd ? backward : null) ??
        this.#retreat(box, backward, odd ? null : forward)
      if (met) return met
      if (box.exact) continue
      const good = cost > PATIENCE ? this.#promising(box, forward, backward, cost) : null
      if (good) return good
      if (cost >= patience) return this.#furthest(box, forward, backward)
    }
  }

  #start(reach: Int32Array, at: number, diagonal: number): Wave {
    reach[this.#origin + diagonal] = at
    return { reach, home: diagonal, low: diagonal, high: diagonal, ranLong: false }
  }

  /** One more difference for the forward wave. @returns where it met the other, if it is asked to look */
  #advance(box: Box, wave: Wave, other: Wave | null): Split | null {
    const { a, b } = this
    const { aTo, bTo } = box
    const { reach } = wave
    this.#widen(box, wave, -1)
    let longest = 0
    for (let diagonal = wave.high; diagonal >= wave.low; diagonal -= 2) {
      const index = this.#origin + diagonal
      const [right, down] = [reach[index - 1]! + 1, reach[index + 1]!]
      let x = Math.max(right, down)
      const began = x
      const last = Math.min(aTo, bTo + diagonal)
      while (x < last && a[x] === b[x - diagonal]) x += 1
      if (x - began > longest) longest = x - began
      reach[index] = x
      if (other && covers(other, diagonal) && other.reach[index]! <= x) return meeting(x, diagonal)
    }
    wave.ranLong = longest > LONG_RUN
    return null
  }

  /** The same for the backward wave. */
  #retreat(box: Box, wave: Wave, other: Wave | null): Split | null {
    const { a, b } = this
    const { aFrom, bFrom } = box
    const { reach } = wave
    this.#widen(box, wave, FAR)
    let longest = 0
    for (let diagonal = wave.high; diagonal >= wave.low; diagonal -= 2) {
      const index = this.#origin + diagonal
      const [up, left] = [reach[index - 1]!, reach[index + 1]! - 1]
      let x = Math.min(up, left)
      const began = x
      const first = Math.max(aFrom, bFrom + diagonal)
      while (x > first && a[x - 1] === b[x - diagonal - 1]) x -= 1
      if (began - x > longest) longest = began - x
      reach[index] = x
      if (other && covers(other, diagonal) && x <= other.reach[index]!) return meeting(x, diagonal)
    }
    wave.ranLong = longest > LONG_RUN
    return null
  }

  /** Lets a wave enter one more diagonal on each side; at the border of the box it gives one up instead. */
  #widen({ aFrom, aTo, bFrom, bTo }: Box, wave: Wave, unreached: number): void {
    if (wave.low > aFrom - bTo) {
      wave.low -= 1
      wave.reach[this.#origin + wave.low - 1] = unreached
    } else wave.low += 1
    if (wave.high < aTo - bFrom) {
      wave.high += 1
      wave.reach[this.#origin + wave.high + 1] = unreached
    } else wave.high -= 1
  }

  /** A point that either wave reached by a long run and with much more progress than differences. */
  #promising(box: Box, forward: Wave, backward: Wave, cost: number): Split | null {
    if (!forward.ranLong && !backward.ranLong) return null
    const ahead = this.#mostPromising(forward, cost, (x, y) => {
      const inside = box.aFrom + LONG_RUN <= x && x < box.aTo && box.bFrom + LONG_RUN <= y && y < box.bTo
      return inside && this.#equalRun(x - LONG_RUN, y - LONG_RUN) ? x - box.aFrom + (y - box.bFrom) : 0
    })
    if (ahead) return { ...ahead, exactBefore: true, exactAfter: false }
    const behind = this.#mostPromising(backward, cost, (x, y) => {
      const inside = box.aFrom < x && x <= box.aTo - LONG_RUN && box.bFrom < y && y <= box.bTo - LONG_RUN
      return inside && this.#equalRun(x, y) ? box.aTo - x + (box.bTo - y) : 0
    })
    return behind && { ...behind, exactBefore: false, exactAfter: true }
  }

  #mostPromising(wave: Wave, cost: number, progressAt: (x: number, y: number) => number) {
    let best = PROMISING * cost
    let point: { a: number; b: number } | null = null
    for (let diagonal = wave.high; diagonal >= wave.low; diagonal -= 2) {
      const a = wave.reach[this.#origin + diagonal]!
      const progress = progressAt(a, a - diagonal) - Math.abs(diagonal - wave.home)
      if (progress <= best) continue
      best = progress
      point = { a, b: a - diagonal }
    }
    return point
  }

  #equalRun(x: number, y: number): boolean {
    for (let step = 0; step < LONG_RUN; step += 1) if (this.a[x + step] !== this.b[y + step]) return false
    return true
  }

  /** The point with the most tokens behind it, of the wave that has come further. */
  #furthest({ aFrom, aTo, bFrom, bTo }: Box, forward: Wave, backward: Wave): Split {
    let ahead = { a: -1, b: 0, sum: -1 }
    for (let diagonal = forward.high; diagonal >= forward.low; diagonal -= 2) {
      const a = Math.min(forward.reach[this.#origin + diagonal]!, aTo, bTo + diagonal)
      if (a + a - diagonal > ahead.sum) ahead = { a, b: a - diagonal, sum: a + a - diagonal }
    }
    let behind = { a: FAR, b: 0, sum: FAR }
    for (let diagonal = backward.high; diagonal >= backward.low; diagonal -= 2) {
      const a = Math.max(backward.reach[this.#origin + diagonal]!, aFrom, bFrom + diagonal)
      if (a + a - diagonal < behind.sum) behind = { a, b: a - diagonal, sum: a + a - diagonal }
    }
    return aTo + bTo - behind.sum < ahead.sum - (aFrom + bFrom)
      ? { a: ahead.a, b: ahead.b, exactBefore: true, exactAfter: false }
      : { a: behind.a, b: behind.b, exactBefore: false, exactAfter: true }
  }
}

function covers({ low, high }: Wave, diagonal: number): boolean {
  return low <= diagonal && diagonal <= high
}

function meeting(a: number, diagonal: number): Split {
  return { a, b: a - diagonal, exactBefore: true, exactAfter: true }
}
