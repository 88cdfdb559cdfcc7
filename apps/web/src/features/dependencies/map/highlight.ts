import { type Graph, reach } from '../layout/graph.ts'

/** What of the map is lit; everything else is dimmed. */
export interface Highlight {
  /** The node it is about; `null` when it shows what a search found. */
  centre: string | null
  /** What includes it, over any number of steps: what a change of it reaches. */
  above: ReadonlySet<string>
  /** What it includes, over any number of steps. */
  below: ReadonlySet<string>
}

const NONE: ReadonlySet<string> = new Set()

/** Lights a node with all it reaches, both ways. */
export function around(graph: Graph, centre: string): Highlight {
  return { centre, above: reach(graph.includers, centre), below: reach(graph.included, centre) }
}

/** Lights what a search found. */
export function found(keys: readonly string[]): Highlight {
  return { centre: null, above: new Set(keys), below: NONE }
}

export type Light = 'centre' | 'above' | 'below' | 'dim' | undefined

/** How a node is drawn; `undefined`: as ever. */
export function lightOfNode(highlight: Highlight | null, key: string): Light {
  if (!highlight) return undefined
  if (key === highlight.centre) return 'centre'
  if (highlight.above.has(key)) return 'above'
  return highlight.below.has(key) ? 'below' : 'dim'
}

/** How a link is drawn: lit where the centre is reached over it. */
export function lightOfLink(highlight: Highlight | null, from: string, to: string): Light {
  if (!highlight) return undefined
  const { centre, above, below } = highlight
  if (centre === null) return 'dim'
  if (above.has(from) && (to === centre || above.has(to))) return 'above'
  if (below.has(to) && (from === centre || below.has(from))) return 'below'
  return 'dim'
}
