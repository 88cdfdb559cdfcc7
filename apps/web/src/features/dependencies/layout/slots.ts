import type { Graph } from './graph.ts'
import { layersOf } from './layers.ts'
import type { LayeredSlots, Slot } from './order.ts'

/** A part of a graph cut into layers: edges over several layers pass through a slot in each between. */
export interface SlottedPart extends LayeredSlots {
  /** For each edge the slots it goes through, from its start to its end. */
  readonly routes: readonly {
    readonly from: string
    readonly to: string
    readonly through: readonly Slot[]
  }[]
}

/** Puts a part into layers. Edges to the same node share where they pass, so that they run as one strand. */
export function slotsOf(graph: Graph, part: readonly string[]): SlottedPart {
  const layerOf = layersOf(graph, part)
  const layers: Slot[][] = Array.from({ length: Math.max(...layerOf.values()) + 1 }, () => [])
  const slots = new Map<string, Slot>()
  const above = new Map<string, string[]>()
  const below = new Map<string, string[]>()

  function slot(id: string, layer: number, node: string | null): Slot {
    const known = slots.get(id)
    if (known) return known
    const made = { id, layer, node }
    slots.set(id, made)
    layers[layer]!.push(made)
    above.set(id, [])
    below.set(id, [])
    return made
  }

  function connect(upper: Slot, lower: Slot): void {
    if (below.get(upper.id)!.includes(lower.id)) return
    below.get(upper.id)!.push(lower.id)
    above.get(lower.id)!.push(upper.id)
  }

  for (const node of part) slot(`node ${node}`, layerOf.get(node)!, node)
  const routes = part.flatMap((from) =>
    (graph.included.get(from) ?? []).map((to) => {
      const [start, end] = [layerOf.get(from)!, layerOf.get(to)!]
      const step = start > end ? -1 : 1
      const through = [slot(`node ${from}`, start, from)]
      for (let layer = start + step; step * (end - layer) > 0; layer += step) {
        through.push(slot(`pass ${to} ${layer}`, layer, null))
      }
      through.push(slot(`node ${to}`, end, to))
      through.slice(1).forEach((next, at) => {
        const before = through[at]!
        // Both in one layer only where a circle was cut: nothing to order there.
        if (before.layer > next.layer) connect(before, next)
        else if (before.layer < next.layer) connect(next, before)
      })
      return { from, to, through }
    }),
  )
  return { layers, above, below, routes }
}
