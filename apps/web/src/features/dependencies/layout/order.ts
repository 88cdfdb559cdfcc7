import { compare } from './graph.ts'

/** Something that stands in a layer: a node, or a place where an edge passes through. */
export interface Slot {
  readonly id: string
  readonly layer: number
  /** The node it is; `null` where an edge passes. */
  readonly node: string | null
}

/** Slots by layer, each connected with slots of the neighbouring layers only. */
export interface LayeredSlots {
  readonly layers: Slot[][]
  /** Neighbours one layer higher. */
  readonly above: ReadonlyMap<string, readonly string[]>
  /** Neighbours one layer lower. */
  readonly below: ReadonlyMap<string, readonly string[]>
}

const SWEEPS = 8

/**
 * Orders the slots of every layer so that few edges cross: each goes where the middle (barycentre) of its neighbours is, layer by
 * layer, up and down by turns; the order with the fewest crossings stays. Ties keep their order, so that the result is determined.
 */
export function orderSlots({ layers, above, below }: LayeredSlots): Slot[][] {
  let now = layers.map((layer) => [...layer].sort((a, b) => compare(a.id, b.id)))
  let best = now
  let fewest = crossings(now, below)
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    const upward = sweep % 2 === 0
    now = swept(now, upward ? below : above, upward)
    const count = crossings(now, below)
    if (count < fewest) {
      fewest = count
      best = now
    }
  }
  return best
}

function swept(
  layers: readonly Slot[][],
  neighbours: ReadonlyMap<string, readonly string[]>,
  upward: boolean,
): Slot[][] {
  const result = [...layers]
  const order = layers.map((_, at) => (upward ? at : layers.length - 1 - at)).slice(1)
  for (const at of order) {
    const fixed = placesOf(result[upward ? at - 1 : at + 1]!)
    const middle = new Map(
      result[at]!.map(({ id }, place) => [id, barycentre(neighbours.get(id) ?? [], fixed) ?? place]),
    )
    result[at] = [...result[at]!].sort((a, b) => middle.get(a.id)! - middle.get(b.id)!)
  }
  return result
}

function barycentre(neighbours: readonly string[], places: ReadonlyMap<string, number>): number | null {
  if (neighbours.length === 0) return null
  return neighbours.reduce((sum, id) => sum + (places.get(id) ?? 0), 0) / neighbours.length
}

/** How often edges between neighbouring layers cross. */
export function crossings(
  layers: readonly (readonly Slot[])[],
  below: ReadonlyMap<string, readonly string[]>,
): number {
  let count = 0
  for (let at = 1; at < layers.length; at++) {
    const places = placesOf(layers[at - 1]!)
    const ends = layers[at]!.flatMap(({ id }) =>
      (below.get(id) ?? []).map((lower) => places.get(lower) ?? 0).sort((a, b) => a - b),
    )
    count += inversions(ends, places.size)
  }
  return count
}

/** Pairs of which the later is smaller, by a tree of sums over the values. */
function inversions(values: readonly number[], size: number): number {
  const tree = new Array<number>(size + 1).fill(0)
  let count = 0
  values.forEach((value, before) => {
    let notLarger = 0
    for (let at = value + 1; at > 0; at -= at & -at) notLarger += tree[at]!
    count += before - notLarger
    for (let at = value + 1; at <= size; at += at & -at) tree[at]! += 1
  })
  return count
}

function placesOf(layer: readonly Slot[]): Map<string, number> {
  return new Map(layer.map(({ id }, place) => [id, place]))
}
