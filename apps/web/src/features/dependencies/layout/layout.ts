import { compare, components, createGraph, type Edge } from './graph.ts'
import { orderSlots } from './order.ts'
import { NODE, type PlacedPart, placeSlots } from './place.ts'
import { type SlottedPart, slotsOf } from './slots.ts'

/** A node with its upper left corner. */
export interface PlacedNode {
  id: string
  x: number
  y: number
}

/** An edge as a path of SVG, from the right of the node that includes to the left of the one it includes. */
export interface PlacedEdge {
  from: string
  to: string
  path: string
}

/** A picture of a graph, its upper left corner at the origin. */
export interface Layout {
  nodes: readonly PlacedNode[]
  edges: readonly PlacedEdge[]
  width: number
  height: number
}

/** Between parts that no edge connects. */
const PART_GAP = 56
/** Width to height of the whole, about that of a screen. */
const ASPECT = 1.6

/**
 * Draws who includes whom in layers, after Sugiyama: layers by longest path, crossings reduced by barycentres, edges over several
 * layers led between the nodes. What includes stands to the left of what it includes. Parts that nothing connects are packed in
 * rows. The same graph always gets the same picture, whichever order its edges come in.
 *
 * @param lonely nodes to draw also where they have no edge
 */
export function layOut(edges: readonly Edge[], lonely: readonly string[] = []): Layout {
  const graph = createGraph(edges, lonely)
  const parts = components(graph).map((nodes) => {
    const slotted = slotsOf(graph, nodes)
    return { name: nodes[0]!, slotted, placed: placeSlots(slotted, orderSlots(slotted)) }
  })
  parts.sort((a, b) => b.placed.height - a.placed.height || compare(a.name, b.name))
  const corners = pack(parts.map(({ placed }) => placed))
  const drawn = parts.map(({ slotted, placed }, at) => draw(slotted, placed, corners[at]!))
  return {
    nodes: drawn.flatMap(({ nodes }) => nodes),
    edges: drawn.flatMap(({ edges: paths }) => paths),
    width: Math.max(0, ...parts.map(({ placed }, at) => corners[at]!.x + placed.width)),
    height: Math.max(0, ...parts.map(({ placed }, at) => corners[at]!.y + placed.height)),
  }
}

interface Corner {
  x: number
  y: number
}

/** Corners of parts in rows, each row as tall as its first; the parts come tallest first. */
function pack(parts: readonly PlacedPart[]): Corner[] {
  const area = parts.reduce((sum, { width, height }) => sum + (width + PART_GAP) * (height + PART_GAP), 0)
  const room = Math.max(Math.sqrt(area * ASPECT), ...parts.map(({ width }) => width))
  let [x, y, row] = [0, 0, 0]
  return parts.map(({ width, height }) => {
    if (x > 0 && x + width > room) {
      x = 0
      y += row + PART_GAP
      row = 0
    }
    row = Math.max(row, height)
    const corner = { x, y }
    x += width + PART_GAP
    return corner
  })
}

function draw({ layers, routes }: SlottedPart, { places }: PlacedPart, corner: Corner) {
  const at = (id: string) => {
    const { x, y } = places.get(id)!
    return { x: x + corner.x, y: y + corner.y }
  }
  const nodes = layers.flat().flatMap(({ id, node }) => {
    if (node === null) return []
    const { x, y } = at(id)
    return [{ id: node, x, y: y - NODE.height / 2 }]
  })
  const edges = routes.map(({ from, to, through }) => ({
    from,
    to,
    path: pathThrough(through.map(({ id }) => at(id))),
  }))
  return { nodes, edges }
}

/** Curves between columns, straight where it passes one. */
function pathThrough(points: readonly Corner[]): string {
  let path = ''
  points.slice(1).forEach((end, before) => {
    const start = points[before]!
    const right = start.x + NODE.width
    const bend = Math.max(24, (end.x - right) / 2)
    if (before === 0) path = `M${round(right)} ${round(start.y)}`
    else path += `H${round(right)}`
    path += `C${round(right + bend)} ${round(start.y)} ${round(end.x - bend)} ${round(end.y)} ${round(end.x)} ${round(end.y)}`
  })
  return path
}

const round = (value: number): number => Math.round(value * 10) / 10
