import { bestCommonAncestors, countUnshared, reaches } from './ancestry.ts'
import { CommitTable } from './commit-table.ts'
import { walkLog } from './walk-log.ts'

/** A commit as the graph needs it. */
export interface GraphCommit {
  readonly id: string
  /** Number by arrival in its prompt, from 1; gaps are allowed. A parent's is smaller than its child's. */
  readonly seq: number
  /** Ids of the parents, the first parent (the branch the commit was made on) first. */
  readonly parents: readonly string[]
}

/** What {@link CommitGraph.log} shows. */
export interface LogOptions {
  /**
   * `full`: everything reachable. `first-parent`: only the chain of first parents.
   * @default 'full'
   */
  readonly order?: 'full' | 'first-parent'
  /** Only commits with a smaller `seq`, to go on where a page ended. */
  readonly before?: number
  /** Leave out everything reachable from these ids, themselves included. */
  readonly exclude?: readonly string[]
}

/**
 * The commits of one prompt and who descends from whom. Append-only, and kept as lists of numbers: made for 100,000 commits.
 * Questions about two commits visit what was numbered between them and their common ancestors, not the whole history.
 * Every method that takes an id throws a RangeError for one that is not in the graph, unless it says otherwise.
 */
export class CommitGraph {
  readonly #table = new CommitTable()

  /**
   * Add commits, parents before children. Those before a refused one stay.
   *
   * @throws RangeError for an unknown parent, a repeated id, a `seq` that is not above all before.
   */
  append(commits: Iterable<GraphCommit>): void {
    for (const commit of commits) this.#table.add(commit)
  }

  /** How many commits there are. */
  get size(): number {
    return this.#table.size
  }

  /** The highest `seq`; 0 while there is no commit. */
  get lastSeq(): number {
    return this.#table.lastSeq
  }

  /** Whether the commit is in the graph. Takes any id. */
  has(id: string): boolean {
    return this.#table.has(id)
  }

  /** A commit's number. */
  seqOf(id: string): number {
    return this.#table.seqAt(this.#table.indexOf(id))
  }

  /**
   * The commit with a number.
   *
   * @throws RangeError when there is none.
   */
  idOf(seq: number): string {
    const index = this.#table.countBelow(seq)
    if (index >= this.#table.size || this.#table.seqAt(index) !== seq) {
      throw new RangeError(`There is no commit with the number ${seq} in the graph`)
    }
    return this.#table.idAt(index)
  }

  /** Ids of a commit's parents, first parent first. */
  parentsOf(id: string): string[] {
    return this.#ids(this.#table.parentsOf(this.#table.indexOf(id)))
  }

  /** Whether `descendant` is `ancestor` or was made on top of it. */
  isAncestor(ancestor: string, descendant: string): boolean {
    return reaches(this.#table, this.#table.indexOf(descendant), this.#table.indexOf(ancestor))
  }

  /** The best common ancestors of two commits (none is an ancestor of another), newest first; several after a criss-cross. */
  mergeBases(a: string, b: string): string[] {
    return this.mergeBasesOf([a], [b])
  }

  /** The same for two groups of commits: what either group reaches together, as though it had been merged. */
  mergeBasesOf(a: readonly string[], b: readonly string[]): string[] {
    return this.#ids(bestCommonAncestors(this.#table, this.#indexes(a), this.#indexes(b)))
  }

  /** How many commits only `a` reaches (ahead), and how many only `b` (behind). */
  aheadBehind(a: string, b: string): { ahead: number; behind: number } {
    return countUnshared(this.#table, this.#table.indexOf(a), this.#table.indexOf(b))
  }

  /**
   * Ids from `head` back (from several heads: what any of them shows, each once), by `seq` descending: children before parents.
   * Lazy: nothing beyond what is asked for is visited, but commits that `before` skips are, so that a page costs its depth.
   */
  log(head: string | readonly string[], options: LogOptions = {}): IterableIterator<string> {
    const { order = 'full', before = Number.POSITIVE_INFINITY, exclude = [] } = options
    if (Number.isNaN(before)) throw new RangeError('The number before which a log begins is not a number')
    return this.#log({
      heads: this.#indexes(typeof head === 'string' ? [head] : head),
      firstParentOnly: order === 'first-parent',
      below: this.#table.countBelow(before),
      hidden: this.#indexes(exclude),
    })
  }

  *#log(walk: Parameters<typeof walkLog>[1]): IterableIterator<string> {
    for (const index of walkLog(this.#table, walk)) yield this.#table.idAt(index)
  }

  #indexes(ids: readonly string[]): number[] {
    return ids.map((id) => this.#table.indexOf(id))
  }

  #ids(indexes: readonly number[]): string[] {
    return indexes.map((index) => this.#table.idAt(index))
  }
}
