import fc from 'fast-check'
import { CommitGraph, type GraphCommit } from './commit-graph.ts'

/** @internal For tests: a commit by places: parents are places of earlier commits in the list, `gap` what its number skips. */
interface Shape {
  readonly picks: readonly number[]
  readonly gap: number
}

/**
 * @internal For tests: any history. Parents are mostly among the last few commits, so that branches live side by side and
 * criss-cross merges are common; some reach far back, some commits have no parent, some have three.
 */
export function generatedHistory({ maxLength = 40, minLength = 1 } = {}): fc.Arbitrary<GraphCommit[]> {
  const near = fc.constantFrom(0, 1, 2, 3, 4)
  const pick = fc.oneof({ weight: 9, arbitrary: near }, { weight: 1, arbitrary: fc.nat({ max: 60 }) })
  const picks = fc.oneof(
    { weight: 8, arbitrary: fc.array(pick, { minLength: 1, maxLength: 1 }) },
    { weight: 8, arbitrary: fc.array(pick, { minLength: 2, maxLength: 2 }) },
    { weight: 1, arbitrary: fc.array(pick, { minLength: 3, maxLength: 3 }) },
    { weight: 1, arbitrary: fc.constant([]) },
  )
  const shape = fc.record({
    picks,
    gap: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, fc.nat({ max: 5 })),
  })
  return fc.array(shape, { minLength, maxLength, size: 'max' }).map(historyOf)
}

/** @internal For tests: a graph of letters: `{ c: 'a b' }` is a commit c with the parents a and b. Numbers follow the order of the keys. */
export function graphOf(parents: Readonly<Record<string, string>>): CommitGraph {
  const graph = new CommitGraph()
  graph.append(
    Object.entries(parents).map(([id, names], place) => ({
      id,
      seq: place + 1,
      parents: names.split(' ').filter(Boolean),
    })),
  )
  return graph
}

function historyOf(shapes: readonly Shape[]): GraphCommit[] {
  let seq = 0
  return shapes.map(({ picks, gap }, place) => {
    seq += 1 + gap
    const places = new Set(place === 0 ? [] : picks.map((back) => Math.max(place - 1 - back, 0)))
    return { id: `c${place}`, seq, parents: [...places].map((parent) => `c${parent}`) }
  })
}
