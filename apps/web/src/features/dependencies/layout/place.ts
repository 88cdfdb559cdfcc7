import { align } from './align.ts'
import type { Slot } from './order.ts'
import type { SlottedPart } from './slots.ts'

/** Sizes in the map's own units; at scale 1 they are CSS pixels. */
export const NODE = { width: 216, height: 56 } as const
/** Between layers, where the edges run. */
const LAYER_GAP = 96
/** Between the columns of one layer that needs more than one. */
const COLUMN_GAP = 24
const ROW_GAP = 16
/** Height of the place where an edge passes. */
const PASS = 8
const PASSES = 4
const FEWEST_ROWS = 14

interface Place {
  /** Left edge of the column. */
  x: number
  /** Middle. */
  y: number
}

/** A part of the map by itself, its upper left corner at the origin. */
export interface PlacedPart {
  places: ReadonlyMap<string, Place>
  width: number
  height: number
}

/** Gives every slot of ordered layers a place: layer 0 at the right, what includes it to the left of it. */
export function placeSlots(part: SlottedPart, ordered: readonly (readonly Slot[])[]): PlacedPart {
  const columns = ordered.map(columnsOf)
  const middles = new Map<string, number>()
  for (const column of columns.flat()) stack(column, middles)
  for (let pass = 0; pass < PASSES; pass++) {
    const upward = pass % 2 === 0
    const neighbours = upward ? part.below : part.above
    for (const layer of upward ? columns.slice(1) : columns.slice(0, -1).reverse())
      for (const column of layer) follow(column, neighbours, middles)
  }
  return assemble(columns, middles)
}

/** A layer that is much taller than wide is broken into columns side by side. */
function columnsOf(layer: readonly Slot[]): Slot[][] {
  const nodes = layer.filter(({ node }) => node !== null).length
  const rows = Math.max(FEWEST_ROWS, Math.ceil(Math.sqrt(nodes * (NODE.width / NODE.height))))
  const columns: Slot[][] = [[]]
  let filled = 0
  for (const slot of layer) {
    if (slot.node !== null && filled === rows) {
      columns.push([])
      filled = 0
    }
    columns.at(-1)!.push(slot)
    if (slot.node !== null) filled++
  }
  return columns
}

const sizeOf = ({ node }: Slot): number => (node === null ? PASS : NODE.height)

/** Places a column around zero. */
function stack(column: readonly Slot[], middles: Map<string, number>): void {
  const placed = align(
    column.map(() => 0),
    column.map(sizeOf),
    ROW_GAP,
  )
  column.forEach(({ id }, at) => {
    middles.set(id, placed[at]!)
  })
}

/** Moves a column to where its neighbours are. */
function follow(
  column: readonly Slot[],
  neighbours: ReadonlyMap<string, readonly string[]>,
  middles: Map<string, number>,
): void {
  const wishes = column.map(({ id }) => {
    const near = neighbours.get(id) ?? []
    if (near.length === 0) return middles.get(id)!
    return near.reduce((sum, other) => sum + middles.get(other)!, 0) / near.length
  })
  const placed = align(wishes, column.map(sizeOf), ROW_GAP)
  column.forEach(({ id }, at) => {
    middles.set(id, placed[at]!)
  })
}

function assemble(columns: readonly Slot[][][], middles: ReadonlyMap<string, number>): PlacedPart {
  const all = columns.flat(2)
  const top = Math.min(...all.map((slot) => middles.get(slot.id)! - sizeOf(slot) / 2))
  const bottom = Math.max(...all.map((slot) => middles.get(slot.id)! + sizeOf(slot) / 2))
  const places = new Map<string, Place>()
  let x = 0
  for (const layer of columns.toReversed()) {
    for (const column of layer) {
      for (const { id } of column) places.set(id, { x, y: middles.get(id)! - top })
      x += NODE.width + COLUMN_GAP
    }
    x += LAYER_GAP - COLUMN_GAP
  }
  return { places, width: x - LAYER_GAP, height: bottom - top }
}
