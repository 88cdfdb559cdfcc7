import type { GraphCommit } from './commit-graph.ts'

/**
 * @internal Commits as small numbers. A commit's index counts from 0 in order of arrival, so that a parent's index is always
 * smaller than its child's: whoever visits indexes from high to low has seen every child before its parent.
 * Parents of all commits lie in one list; commit `i` owns the stretch from `#ends[i - 1]` to `#ends[i]`.
 */
export class CommitTable {
  readonly #ids: string[] = []
  readonly #seqs: number[] = []
  readonly #parents: number[] = []
  readonly #ends: number[] = []
  readonly #indexes = new Map<string, number>()

  get size(): number {
    return this.#ids.length
  }

  get lastSeq(): number {
    return this.#seqs.at(-1) ?? 0
  }

  add({ id, seq, parents }: GraphCommit): void {
    if (!(Number.isSafeInteger(seq) && seq > this.lastSeq)) {
      throw new RangeError(
        `Commit "${id}" has the number ${seq}, but must have a whole number above ${this.lastSeq}`,
      )
    }
    if (this.#indexes.has(id)) throw new RangeError(`Commit "${id}" is already in the graph`)
    const indexes = parents.map((parent) => this.#parentIndex(parent, id))
    this.#indexes.set(id, this.#ids.length)
    this.#ids.push(id)
    this.#seqs.push(seq)
    this.#parents.push(...indexes)
    this.#ends.push(this.#parents.length)
  }

  has(id: string): boolean {
    return this.#indexes.has(id)
  }

  /** @throws RangeError for an id that is not there */
  indexOf(id: string): number {
    const index = this.#indexes.get(id)
    if (index === undefined) throw new RangeError(`There is no commit "${id}" in the graph`)
    return index
  }

  idAt(index: number): string {
    return this.#ids[index] ?? missing(index)
  }

  seqAt(index: number): number {
    return this.#seqs[index] ?? missing(index)
  }

  /** Index of the first parent; -1: none. */
  firstParentOf(index: number): number {
    const start = this.#startOf(index)
    return start < this.#endOf(index) ? (this.#parents[start] ?? -1) : -1
  }

  parentsOf(index: number): number[] {
    return this.#parents.slice(this.#startOf(index), this.#endOf(index))
  }

  /** How many commits have a number below `seq`, which is also the index of the first that has not. */
  countBelow(seq: number): number {
    let [low, high] = [0, this.#seqs.length]
    // Numbers seldom have gaps, so the place is usually known without a search.
    if (seq >= 1 && this.#seqs[seq - 1] === seq) return seq - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.seqAt(middle) < seq) low = middle + 1
      else high = middle
    }
    return low
  }

  #startOf(index: number): number {
    return index === 0 ? 0 : this.#endOf(index - 1)
  }

  #endOf(index: number): number {
    return this.#ends[index] ?? missing(index)
  }

  #parentIndex(parent: string, child: string): number {
    const index = this.#indexes.get(parent)
    if (index === undefined) {
      throw new RangeError(
        `Commit "${child}" has the parent "${parent}", which is not in the graph: append parents first`,
      )
    }
    return index
  }
}

function missing(index: number): never {
  throw new RangeError(`There is no commit with the index ${index}`)
}
