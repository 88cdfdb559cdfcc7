/** @internal So many lines or UTF-16 units in a row, and the number of the commit they belong to. */
export type Run = readonly [count: number, seq: number]

/** @internal In a list that is not finished: belongs to no commit yet. */
export const NOBODY = 0

/** @internal Collects runs; neighbours of one commit become one run, empty ones vanish. */
export class RunWriter {
  readonly #runs: [number, number][] = []

  get runs(): Run[] {
    return this.#runs
  }

  add(count: number, seq: number): void {
    if (count === 0) return
    const last = this.#runs.at(-1)
    if (last?.[1] === seq) last[0] += count
    else this.#runs.push([count, seq])
  }
}

/** @internal Reads stretches of a list of runs, which must be asked for in ascending order. */
export class RunReader {
  readonly #runs: readonly Run[]
  #index = 0
  /** Where the run at `#index` begins. */
  #start = 0

  constructor(runs: readonly Run[]) {
    this.#runs = runs
  }

  /** Writes the runs of `[from, to)`. */
  copy(from: number, to: number, writer: RunWriter): void {
    let position = from
    for (let run = this.#runs[this.#index]; run && position < to; run = this.#runs[this.#index]) {
      const end = this.#start + run[0]
      if (end > position) {
        const until = Math.min(end, to)
        writer.add(until - position, run[1])
        position = until
        if (end > to) return
      }
      this.#index += 1
      this.#start = end
    }
  }
}

/** @internal What belongs to nobody in `upper` belongs to whom `lower` says. Both cover the same length. */
export function overlay(upper: readonly Run[], lower: readonly Run[]): Run[] {
  const writer = new RunWriter()
  const below = new RunReader(lower)
  let position = 0
  for (const [count, seq] of upper) {
    if (seq === NOBODY) below.copy(position, position + count, writer)
    else writer.add(count, seq)
    position += count
  }
  return writer.runs
}

/** @internal How much a list of runs covers. */
export function lengthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, [count]) => sum + count, 0)
}
