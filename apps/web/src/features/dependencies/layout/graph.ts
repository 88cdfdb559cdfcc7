/** An include: the first key's prompt includes the second's. */
export interface Edge {
  from: string
  to: string
}

/** Who includes whom, to walk both ways. */
export interface Graph {
  /** Each once, in alphabetical order. */
  nodes: readonly string[]
  /** Each pair once, without loops. */
  edges: readonly Edge[]
  /** What a node includes. */
  included: ReadonlyMap<string, readonly string[]>
  /** What includes a node. */
  includers: ReadonlyMap<string, readonly string[]>
}

/** Makes a graph of edges and of nodes that may have none; the same for whichever order they come in. */
export function createGraph(edges: readonly Edge[], lonely: readonly string[] = []): Graph {
  const nodes = [...new Set([...lonely, ...edges.flatMap(({ from, to }) => [from, to])])].sort()
  const included = new Map<string, string[]>(nodes.map((node) => [node, []]))
  const includers = new Map<string, string[]>(nodes.map((node) => [node, []]))
  const unique: Edge[] = []
  for (const { from, to } of [...edges].sort(byEnds)) {
    const last = unique.at(-1)
    if (from === to || (last?.from === from && last.to === to)) continue
    unique.push({ from, to })
    included.get(from)?.push(to)
    includers.get(to)?.push(from)
  }
  return { nodes, edges: unique, included, includers }
}

/** All nodes that can be reached from one along a direction, without itself. */
export function reach(next: ReadonlyMap<string, readonly string[]>, start: string): Set<string> {
  const found = new Set<string>([start])
  for (const node of found) for (const other of next.get(node) ?? []) found.add(other)
  found.delete(start)
  return found
}

/** The parts of a graph that no edge connects, each with its nodes in alphabetical order; the part of the first node first. */
export function components(graph: Graph): string[][] {
  const seen = new Set<string>()
  const parts: string[][] = []
  for (const start of graph.nodes) {
    if (seen.has(start)) continue
    const part = new Set([start])
    for (const node of part) {
      for (const other of graph.included.get(node) ?? []) part.add(other)
      for (const other of graph.includers.get(node) ?? []) part.add(other)
    }
    for (const node of part) seen.add(node)
    parts.push([...part].sort())
  }
  return parts
}

function byEnds(a: Edge, b: Edge): number {
  return compare(a.from, b.from) || compare(a.to, b.to)
}

/** Order of texts by code unit: the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
