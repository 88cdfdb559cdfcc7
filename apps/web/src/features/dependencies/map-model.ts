import type { StateValue } from '../../ui/index.ts'
import { compare, createGraph, type Graph } from './layout/graph.ts'

interface PromptEnd {
  key: string
  name: string
  status: StateValue<'status'>
}

interface IncludeEnds {
  key: string
  version: string | null
  from: PromptEnd
  to: PromptEnd | null
}

/** A prompt on the map, or a key that is included and belongs to none. */
export interface MapNode {
  key: string
  /** `null`: there is no such prompt. */
  prompt: PromptEnd | null
  /** How many prompts of the map it includes. */
  includes: number
  /** How many prompts of the map include it. */
  includedBy: number
}

/** Versions that one prompt includes of another; `null`: whichever is current. */
export interface Link {
  from: string
  to: string
  versions: readonly (string | null)[]
}

/** The map as what is drawn: nodes and links by their keys. */
export interface MapModel {
  graph: Graph
  nodes: ReadonlyMap<string, MapNode>
  links: readonly Link[]
}

/** Makes the map of includes; several of one pair become one link. */
export function mapOf(includes: readonly IncludeEnds[]): MapModel {
  const graph = createGraph(includes.map(({ from, key }) => ({ from: from.key, to: key })))
  const prompts = new Map<string, PromptEnd>()
  const links = new Map<string, { from: string; to: string; versions: (string | null)[] }>()
  for (const { from, to, key, version } of includes) {
    prompts.set(from.key, from)
    if (to) prompts.set(to.key, to)
    // Keys have no blanks.
    const pair = `${from.key} ${key}`
    const link = links.get(pair) ?? { from: from.key, to: key, versions: [] }
    if (!link.versions.includes(version)) link.versions.push(version)
    links.set(pair, link)
  }
  const nodes = graph.nodes.map((key): [string, MapNode] => [
    key,
    {
      key,
      prompt: prompts.get(key) ?? null,
      includes: graph.included.get(key)?.length ?? 0,
      includedBy: graph.includers.get(key)?.length ?? 0,
    },
  ])
  const byEnds = (a: Link, b: Link): number => compare(a.from, b.from) || compare(a.to, b.to)
  return { graph, nodes: new Map(nodes), links: [...links.values()].sort(byEnds) }
}

/** Keys of the nodes whose name or key holds a text, in alphabetical order; none for a blank text. */
export function foundNodes({ nodes }: MapModel, text: string): string[] {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return []
  return [...nodes.values()]
    .filter(({ key, prompt }) => key.includes(wanted) || prompt?.name.toLowerCase().includes(wanted))
    .map(({ key }) => key)
}
