import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align } from './align.ts'
import { components, createGraph, type Edge, reach } from './graph.ts'
import { layersOf } from './layers.ts'
import { layOut } from './layout.ts'
import { crossings, orderSlots } from './order.ts'
import { NODE } from './place.ts'
import { slotsOf } from './slots.ts'

const name = (at: number) => `p${String(at).padStart(3, '0')}`

/** Graphs without circles: who includes has the smaller number. */
const acyclic = (most = 24) =>
  fc
    .array(fc.tuple(fc.nat(most), fc.nat(most)), { maxLength: 60 })
    .map((pairs) =>
      pairs
        .filter(([a, b]) => a !== b)
        .map(([a, b]): Edge => ({ from: name(Math.min(a, b)), to: name(Math.max(a, b)) })),
    )

/** Any edges at all, circles and loops among them. */
const anyEdges = fc
  .array(fc.tuple(fc.nat(12), fc.nat(12)), { maxLength: 40 })
  .map((pairs) => pairs.map(([a, b]): Edge => ({ from: name(a), to: name(b) })))

const shuffled = <T>(list: readonly T[]) =>
  fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length })

describe('layOut', () => {
  it('draws every node and every edge once, inside its size', () => {
    fc.assert(
      fc.property(anyEdges, fc.array(fc.nat(15).map(name), { maxLength: 4 }), (edges, lonely) => {
        const { nodes, edges: drawn, width, height } = layOut(edges, lonely)
        const graph = createGraph(edges, lonely)
        expect(nodes.map(({ id }) => id).sort()).toEqual(graph.nodes)
        expect(drawn.map(({ from, to }) => `${from} ${to}`).sort()).toEqual(
          graph.edges.map(({ from, to }) => `${from} ${to}`).sort(),
        )
        for (const { x, y } of nodes) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(y).toBeGreaterThanOrEqual(-1e-6)
          expect(x + NODE.width).toBeLessThanOrEqual(width + 1e-6)
          expect(y + NODE.height).toBeLessThanOrEqual(height + 1e-6)
        }
        for (const { path } of drawn) expect(path).toMatch(/^M[\d.-]+ [\d.-]+(H[\d.-]+|C[\d. -]+)+$/)
      }),
    )
  })

  it('lets no two nodes overlap', () => {
    fc.assert(
      fc.property(anyEdges, (edges) => {
        const { nodes } = layOut(edges)
        nodes.forEach((a, at) => {
          for (const b of nodes.slice(at + 1)) {
            const apart =
              Math.abs(a.x - b.x) >= NODE.width - 1e-6 || Math.abs(a.y - b.y) >= NODE.height - 1e-6
            expect(apart, `${a.id} and ${b.id}`).toBe(true)
          }
        })
      }),
    )
  })

  it('puts what includes to the left of what it includes', () => {
    fc.assert(
      fc.property(acyclic(), (edges) => {
        const { nodes } = layOut(edges)
        const left = new Map(nodes.map(({ id, x }) => [id, x]))
        for (const { from, to } of edges) expect(left.get(from)! + NODE.width).toBeLessThan(left.get(to)!)
      }),
    )
  })

  it('gives the same picture whichever order the edges come in', () => {
    fc.assert(
      fc.property(
        acyclic().chain((edges) => fc.tuple(fc.constant(edges), shuffled(edges))),
        ([edges, others]) => {
          expect(layOut(others)).toEqual(layOut(edges))
        },
      ),
    )
  })

  it('breaks a layer of very many into columns, so that the picture stays about as tall as wide', () => {
    const edges = Array.from({ length: 300 }, (_, at) => ({ from: name(at), to: 'shared' }))
    const { width, height } = layOut(edges)
    expect(height).toBeLessThan(3_500)
    expect(width / height).toBeGreaterThan(0.5)
    expect(width / height).toBeLessThan(3)
  })

  it('draws a thousand edges within a second', () => {
    const edges = Array.from({ length: 1_000 }, (_, at) => ({
      from: name(at % 400),
      to: name(400 + ((at * 7) % 200) + (at % 3) * 100),
    }))
    const start = performance.now()
    expect(layOut(edges).nodes.length).toBeGreaterThan(400)
    expect(performance.now() - start).toBeLessThan(1_000)
  })

  it('draws nothing for nothing', () => {
    expect(layOut([])).toEqual({ nodes: [], edges: [], width: 0, height: 0 })
  })
})

describe('layersOf', () => {
  it('is the length of the longest way down', () => {
    fc.assert(
      fc.property(acyclic(), (edges) => {
        const graph = createGraph(edges)
        const layers = layersOf(graph, graph.nodes)
        for (const node of graph.nodes) {
          const below = graph.included.get(node)!.map((other) => layers.get(other)!)
          expect(layers.get(node)).toBe(below.length === 0 ? 0 : 1 + Math.max(...below))
        }
      }),
    )
  })

  it('ends also where includes go round in a circle', () => {
    fc.assert(
      fc.property(anyEdges, (edges) => {
        const graph = createGraph(edges)
        expect(layersOf(graph, graph.nodes).size).toBe(graph.nodes.length)
      }),
    )
  })
})

describe('orderSlots', () => {
  it('keeps every slot in its layer, and never adds crossings to the alphabetical order', () => {
    fc.assert(
      fc.property(acyclic(), (edges) => {
        const graph = createGraph(edges)
        for (const part of components(graph)) {
          const slots = slotsOf(graph, part)
          const ordered = orderSlots(slots)
          const ids = (layers: readonly (readonly { id: string }[])[]) =>
            layers.map((layer) => layer.map(({ id }) => id).sort())
          expect(ids(ordered)).toEqual(ids(slots.layers))
          const alphabetical = slots.layers.map((layer) => [...layer].sort((a, b) => (a.id < b.id ? -1 : 1)))
          expect(crossings(ordered, slots.below)).toBeLessThanOrEqual(crossings(alphabetical, slots.below))
        }
      }),
    )
  })

  it('untangles two pairs that cross', () => {
    const graph = createGraph([
      { from: 'a', to: 'z' },
      { from: 'b', to: 'y' },
      { from: 'b', to: 'x' },
      { from: 'a', to: 'x' },
    ])
    const slots = slotsOf(graph, graph.nodes)
    expect(crossings(orderSlots(slots), slots.below)).toBe(0)
  })

  it('counts crossings as comparing every two edges does', () => {
    fc.assert(
      fc.property(acyclic(10), (edges) => {
        const graph = createGraph(edges)
        for (const part of components(graph)) {
          const { layers, below } = slotsOf(graph, part)
          expect(crossings(layers, below)).toBe(crossingsByPairs(layers, below))
        }
      }),
    )
  })
})

function crossingsByPairs(
  layers: readonly (readonly { id: string }[])[],
  below: ReadonlyMap<string, readonly string[]>,
): number {
  let count = 0
  for (let at = 1; at < layers.length; at++) {
    const lower = layers[at - 1]!.map(({ id }) => id)
    const ends = layers[at]!.flatMap(({ id }, upper) =>
      below.get(id)!.map((other) => [upper, lower.indexOf(other)] as const),
    )
    for (const [a, b] of ends) for (const [c, d] of ends) if (a < c && b > d) count++
  }
  return count
}

describe('align', () => {
  it('keeps order and gaps, and leaves alone what has room', () => {
    const things = fc.array(fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 1, max: 60 })), {
      minLength: 1,
      maxLength: 20,
    })
    fc.assert(
      fc.property(things, (list) => {
        const wishes = list.map(([wish]) => wish)
        const sizes = list.map(([, size]) => size)
        const placed = align(wishes, sizes, 10)
        placed.slice(1).forEach((middle, at) => {
          expect(middle - placed[at]! + 1e-6).toBeGreaterThanOrEqual(sizes[at]! / 2 + 10 + sizes[at + 1]! / 2)
        })
        // Once placed, nothing moves again.
        align(placed, sizes, 10).forEach((middle, at) => {
          expect(middle).toBeCloseTo(placed[at]!)
        })
      }),
    )
  })

  it('shares the way between those that want the same place', () => {
    expect(align([0, 0], [20, 20], 10)).toEqual([-15, 15])
  })
})

it('reach finds what a change reaches, over any number of steps', () => {
  const graph = createGraph([
    { from: 'a', to: 'b' },
    { from: 'b', to: 'c' },
    { from: 'd', to: 'c' },
  ])
  expect([...reach(graph.includers, 'c')].sort()).toEqual(['a', 'b', 'd'])
  expect([...reach(graph.included, 'a')].sort()).toEqual(['b', 'c'])
})
