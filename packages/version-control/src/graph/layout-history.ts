/**
 * One row of a picture of the history: a commit's dot in its lane, and the lines through the row. Lanes are columns, counted from 0.
 * Draw the dot at the row's middle in `lane`, and the edges as {@link GraphEdge} says.
 */
export interface GraphRow {
  readonly id: string
  /** The column of the commit's dot. */
  readonly lane: number
  /** How many columns the row needs: one more than the highest lane in it. */
  readonly lanes: number
  /** The colour of the dot, that of the line it lies on. */
  readonly colour: number
  readonly edges: readonly GraphEdge[]
}

/**
 * A piece of a line inside one row.
 *
 * - `pass`: from lane `from` at the row's top to lane `to` at its bottom, not touching the dot. The two are equal: lines that pass are
 *   straight.
 * - `in`: from lane `from` at the row's top to the dot: a child further up ends here. `to` is the dot's lane.
 * - `out`: from the dot (`from` is its lane) to lane `to` at the row's bottom: on to a parent. First parents come first.
 *
 * Pieces join: whatever reaches a lane at the bottom of a row leaves it at the top of the next one, in the same colour.
 * At the bottom of the last row, lines to parents that are not in the list run out.
 */
export interface GraphEdge {
  readonly from: number
  readonly to: number
  readonly kind: 'pass' | 'out' | 'in'
  /** A number from 0, the same along a line. Take the remainder by the number of colours there are. */
  readonly colour: number
}

/** A commit as a picture needs it. */
export interface LaidOutCommit {
  readonly id: string
  /** First parent first. */
  readonly parents: readonly string[]
}

/** How to lay out a history. */
export interface LayoutOptions {
  /**
   * Heads whose lines get the leftmost lanes, in this order: the first one's chain of first parents lies in lane 0 from top
   * to bottom, the next one's up to where it meets the first in lane 1, and so on. Heads that are not in the list, and heads that
   * lie on the line of one before them, take no lane.
   *
   * @default []
   */
  readonly heads?: readonly string[]
}

/**
 * Lanes for a picture of the history, a row for each commit. Works on a part of the history too: lines to parents that are not in the
 * list run out at the bottom, and nothing comes in at the top. Lay out all rows again when more are loaded.
 *
 * @param commits newest first: every commit before its parents
 * @throws RangeError when a commit is listed twice or after one of its parents
 */
export function layoutHistory(
  commits: readonly LaidOutCommit[],
  { heads = [] }: LayoutOptions = {},
): GraphRow[] {
  assertOrder(commits)
  const layout = new Layout(homeLanes(commits, heads))
  return commits.map((commit) => layout.row(commit))
}

/** A line that goes on below the current row. */
interface Line {
  /** The commit it leads to. */
  readonly target: string
  readonly colour: number
}

/** The reserved lanes: which commits belong into each, newest first. */
interface HomeLanes {
  readonly laneOf: ReadonlyMap<string, number>
  readonly chains: readonly (readonly string[])[]
}

function homeLanes(commits: readonly LaidOutCommit[], heads: readonly string[]): HomeLanes {
  const byId = new Map(commits.map((commit) => [commit.id, commit]))
  const laneOf = new Map<string, number>()
  const chains: string[][] = []
  for (const head of heads) {
    const chain: string[] = []
    let commit = byId.get(head)
    while (commit && !laneOf.has(commit.id)) {
      chain.push(commit.id)
      laneOf.set(commit.id, chains.length)
      commit = byId.get(commit.parents[0] ?? '')
    }
    if (chain.length > 0) chains.push(chain)
  }
  return { laneOf, chains }
}

/** Goes down the rows and knows which line leaves the last one in which lane. */
class Layout {
  readonly #homes: HomeLanes
  /** By lane; `null`: free. */
  #lines: (Line | null)[]
  /** Of each reserved lane, how many of its commits have had their row. */
  readonly #told: number[]
  #nextColour: number

  constructor(homes: HomeLanes) {
    this.#homes = homes
    this.#lines = homes.chains.map(() => null)
    this.#told = homes.chains.map(() => 0)
    this.#nextColour = homes.chains.length
  }

  row({ id, parents }: LaidOutCommit): GraphRow {
    const above = this.#lines
    const { lane, colour } = this.#place(id)
    const edges = above.flatMap((line, from): GraphEdge[] => {
      if (!line) return []
      const ends = line.target === id
      return [{ from, to: ends ? lane : from, kind: ends ? 'in' : 'pass', colour: line.colour }]
    })
    this.#lines = above.map((line) => (line?.target === id ? null : line))
    const out = [...new Set(parents)].map((parent, place): GraphEdge => {
      const line = place === 0 ? this.#goOn(parent, lane, colour) : this.#branchOff(parent)
      return { from: lane, to: line.lane, kind: 'out', colour: line.colour }
    })
    const all = [...edges, ...out]
    const lanes = Math.max(lane, ...all.map(({ from, to }) => Math.max(from, to))) + 1
    return { id, lane, lanes, colour, edges: all }
  }

  /** Its own lane, or the leftmost line that leads here, or a free lane. */
  #place(id: string): { lane: number; colour: number } {
    const home = this.#homes.laneOf.get(id)
    if (home !== undefined) {
      this.#told[home] = (this.#told[home] ?? 0) + 1
      return { lane: home, colour: home }
    }
    const waiting = this.#lines.findIndex((line) => line?.target === id)
    const colour = this.#lines[waiting]?.colour
    return colour === undefined
      ? { lane: this.#freeLane(), colour: this.#newColour() }
      : { lane: waiting, colour }
  }

  /** A commit's line goes straight on to its first parent. */
  #goOn(target: string, lane: number, colour: number): { lane: number; colour: number } {
    this.#lines[lane] = { target, colour }
    return { lane, colour }
  }

  /** The line to a further parent joins one that leads there already, or takes the parent's own lane, or a free one. */
  #branchOff(target: string): { lane: number; colour: number } {
    const known = this.#lines.findIndex((line) => line?.target === target)
    const line = this.#lines[known]
    if (line) return { lane: known, colour: line.colour }
    const home = this.#homes.laneOf.get(target)
    const lane = home !== undefined && this.#isNext(target, home) ? home : this.#freeLane()
    const colour = home ?? this.#newColour()
    this.#lines[lane] = { target, colour }
    return { lane, colour }
  }

  /** Whether nothing else will come into a reserved lane before this commit does. */
  #isNext(id: string, home: number): boolean {
    return !this.#lines[home] && this.#homes.chains[home]?.[this.#told[home] ?? 0] === id
  }

  /** The leftmost lane that is neither reserved nor in use. */
  #freeLane(): number {
    let lane = this.#homes.chains.length
    while (this.#lines[lane]) lane += 1
    while (this.#lines.length < lane) this.#lines.push(null)
    return lane
  }

  #newColour(): number {
    this.#nextColour += 1
    return this.#nextColour - 1
  }
}

function assertOrder(commits: readonly LaidOutCommit[]): void {
  const places = new Map(commits.map(({ id }, place) => [id, place]))
  if (places.size < commits.length)
    throw new RangeError('A history cannot be laid out: it lists a commit twice')
  for (const [place, { id, parents }] of commits.entries()) {
    const wrong = parents.find((parent) => (places.get(parent) ?? commits.length) <= place)
    if (wrong !== undefined) {
      throw new RangeError(
        `A history cannot be laid out: it lists "${wrong}" before its child "${id}". List the newest first`,
      )
    }
  }
}
