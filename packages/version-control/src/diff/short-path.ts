import { type Box, EditGraph, type Effort } from './edit-graph.ts'

/**
 * @internal Marks what a short path through the edit graph of two lists removes and adds: a shortest one where the lists are
 * alike or small.
 *
 * @param patience differences looked for in one search before it settles for a good path; at least 256
 * @param effort what all searches together may cost; it is used up
 */
export function markShortPath(
  a: Int32Array,
  b: Int32Array,
  patience: number,
  effort: Effort,
): { removed: Uint8Array; added: Uint8Array } {
  const removed = new Uint8Array(a.length)
  const added = new Uint8Array(b.length)
  const graph = new EditGraph(a, b, patience, effort)
  const open: Box[] = [{ aFrom: 0, aTo: a.length, bFrom: 0, bTo: b.length, exact: false }]
  for (let box = open.pop(); box; box = open.pop()) {
    const { aFrom, aTo, bFrom, bTo, exact } = trim(a, b, box)
    if (aFrom === aTo || bFrom === bTo) {
      removed.fill(1, aFrom, aTo)
      added.fill(1, bFrom, bTo)
      continue
    }
    const split = graph.split({ aFrom, aTo, bFrom, bTo, exact })
    open.push({ aFrom: split.a, aTo, bFrom: split.b, bTo, exact: split.exactAfter })
    open.push({ aFrom, aTo: split.a, bFrom, bTo: split.b, exact: split.exactBefore })
  }
  return { removed, added }
}

function trim(a: Int32Array, b: Int32Array, { aFrom, aTo, bFrom, bTo, exact }: Box): Box {
  let [left, top, right, bottom] = [aFrom, bFrom, aTo, bTo]
  while (left < right && top < bottom && a[left] === b[top]) {
    left += 1
    top += 1
  }
  while (left < right && top < bottom && a[right - 1] === b[bottom - 1]) {
    right -= 1
    bottom -= 1
  }
  return { aFrom: left, aTo: right, bFrom: top, bTo: bottom, exact }
}
