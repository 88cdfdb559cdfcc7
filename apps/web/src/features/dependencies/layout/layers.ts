import type { Graph } from './graph.ts'

/**
 * The layer of each node of a part: 0 for what includes nothing, and one more than the highest of what it includes, by longest
 * path. Edges that would close a circle (the server refuses them, but a part of a map can be old) do not count.
 */
export function layersOf(graph: Graph, part: readonly string[]): Map<string, number> {
  const layers = new Map<string, number>()
  const open = new Set<string>()
  for (const start of part) visit(start)
  return layers

  /** Without recursion: chains may be long. */
  function visit(start: string): void {
    const path = [{ node: start, next: 0 }]
    if (layers.has(start)) return
    open.add(start)
    while (path.length > 0) {
      const at = path[path.length - 1]!
      const below = graph.included.get(at.node) ?? []
      const child = below[at.next++]
      if (child === undefined) {
        const known = below.filter((node) => layers.has(node)).map((node) => layers.get(node)! + 1)
        layers.set(at.node, Math.max(0, ...known))
        open.delete(at.node)
        path.pop()
      } else if (!layers.has(child) && !open.has(child)) {
        open.add(child)
        path.push({ node: child, next: 0 })
      }
    }
  }
}
