import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CommitGraph, type GraphCommit } from './commit-graph.ts'
import { generatedHistory, graphOf } from './generated-history.ts'

/** A history and some of its ids. */
const historyAndIds = (count: number) =>
  generatedHistory().chain((commits) =>
    fc.tuple(
      fc.constant(commits),
      fc.array(fc.constantFrom(...commits.map(({ id }) => id)), { minLength: count, maxLength: count }),
    ),
  )

const graphFrom = (commits: readonly GraphCommit[]) => {
  const graph = new CommitGraph()
  graph.append(commits)
  return graph
}

/** Everything each commit reaches, itself included, by plain sets. */
function reachable(commits: readonly GraphCommit[]): Map<string, Set<string>> {
  const sets = new Map<string, Set<string>>()
  for (const { id, parents } of commits) {
    sets.set(id, new Set([id, ...parents.flatMap((parent) => [...(sets.get(parent) ?? [])])]))
  }
  return sets
}

const without = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].filter((id) => !b.has(id))

describe('the commit graph', () => {
  it('GR1: knows numbers, ids and parents', () => {
    fc.assert(
      fc.property(generatedHistory(), (commits) => {
        const graph = graphFrom(commits)
        expect(graph.size).toBe(commits.length)
        expect(graph.lastSeq).toBe(commits.at(-1)?.seq)
        for (const { id, seq, parents } of commits) {
          expect([graph.has(id), graph.seqOf(id), graph.idOf(seq)]).toEqual([true, seq, id])
          expect(graph.parentsOf(id)).toEqual(parents)
        }
      }),
    )
  })

  it('GR1: is empty at first', () => {
    const graph = new CommitGraph()
    expect([graph.size, graph.lastSeq, graph.has('a')]).toEqual([0, 0, false])
  })

  it('GR1: appending in pieces is appending at once', () => {
    fc.assert(
      fc.property(generatedHistory(), fc.nat(), (commits, at) => {
        const graph = graphFrom(commits.slice(0, at % commits.length))
        graph.append(commits.slice(at % commits.length))
        const head = commits.at(-1)?.id ?? ''
        expect([...graph.log(head)]).toEqual([...graphFrom(commits).log(head)])
      }),
    )
  })

  it.each<[string, GraphCommit]>([
    ['an unknown parent', { id: 'c', seq: 3, parents: ['a', 'x'] }],
    ['itself as a parent', { id: 'c', seq: 3, parents: ['c'] }],
    ['a repeated id', { id: 'a', seq: 3, parents: [] }],
    ['the number before', { id: 'c', seq: 2, parents: [] }],
    ['a number that is none', { id: 'c', seq: Number.NaN, parents: [] }],
    ['a broken number', { id: 'c', seq: 2.5, parents: [] }],
  ])('GR2: refuses %s, and keeps what came before it', (_, commit) => {
    const graph = graphOf({ a: '' })
    expect(() => graph.append([{ id: 'b', seq: 2, parents: ['a'] }, commit])).toThrow(RangeError)
    expect([graph.size, graph.lastSeq, graph.has('c')]).toEqual([2, 2, false])
    expect([...graph.log('b')]).toEqual(['b', 'a'])
  })

  it.each<[string, (graph: CommitGraph) => unknown]>([
    ['seqOf', (graph) => graph.seqOf('x')],
    ['parentsOf', (graph) => graph.parentsOf('x')],
    ['isAncestor', (graph) => graph.isAncestor('a', 'x')],
    ['mergeBases', (graph) => graph.mergeBases('x', 'a')],
    ['aheadBehind', (graph) => graph.aheadBehind('a', 'x')],
    ['log, before its first step,', (graph) => graph.log('x')],
    ['log without', (graph) => graph.log('a', { exclude: ['x'] })],
    ['log before', (graph) => graph.log('a', { before: Number.NaN })],
    ['idOf a number too high', (graph) => graph.idOf(2)],
    ['idOf a number too low', (graph) => graph.idOf(0)],
  ])('GR3: %s refuses what is not there', (_, ask) => {
    expect(() => ask(graphOf({ a: '' }))).toThrow(RangeError)
  })

  it('GR4: ancestors are what can be reached, oneself included', () => {
    fc.assert(
      fc.property(historyAndIds(2), ([commits, [a = '', b = '']]) => {
        expect(graphFrom(commits).isAncestor(a, b)).toBe(reachable(commits).get(b)?.has(a))
      }),
      { numRuns: 500 },
    )
  })

  it('GR5: merge bases are the common ancestors that are no ancestor of another, newest first', () => {
    fc.assert(
      fc.property(historyAndIds(2), ([commits, [a = '', b = '']]) => {
        const sets = reachable(commits)
        const common = [...(sets.get(a) ?? [])].filter((id) => sets.get(b)?.has(id))
        const best = common.filter((id) => !common.some((other) => other !== id && sets.get(other)?.has(id)))
        const graph = graphFrom(commits)
        expect(graph.mergeBases(a, b)).toEqual(best.sort((x, y) => graph.seqOf(y) - graph.seqOf(x)))
        expect(graph.mergeBases(b, a)).toEqual(graph.mergeBases(a, b))
      }),
      { numRuns: 1000 },
    )
  })

  it('GR5: a group of commits counts as though it had been merged', () => {
    fc.assert(
      fc.property(historyAndIds(5), ([commits, ids]) => {
        const [ours, theirs] = [[...new Set(ids.slice(0, 3))], [...new Set(ids.slice(3))]]
        const next = commits.length * 10
        const merges = [
          { id: 'ours', seq: next, parents: ours },
          { id: 'theirs', seq: next + 1, parents: theirs },
        ]
        expect(graphFrom(commits).mergeBasesOf(ours, theirs)).toEqual(
          graphFrom([...commits, ...merges]).mergeBases('ours', 'theirs'),
        )
      }),
    )
  })

  it('GR5: finds both bases of a criss-cross, and none between unrelated commits', () => {
    const graph = graphOf({ root: '', a: 'root', b: 'root', c: 'a b', d: 'b a', alone: '' })
    expect(graph.mergeBases('c', 'd')).toEqual(['b', 'a'])
    expect(graph.mergeBases('c', 'a')).toEqual(['a'])
    expect(graph.mergeBases('c', 'c')).toEqual(['c'])
    expect(graph.mergeBases('c', 'alone')).toEqual([])
  })

  it('GR6: ahead and behind count what only one side reaches', () => {
    fc.assert(
      fc.property(historyAndIds(2), ([commits, [a = '', b = '']]) => {
        const [ofA, ofB] = [a, b].map((id) => reachable(commits).get(id) ?? new Set<string>())
        const expected = { ahead: without(ofA!, ofB!).length, behind: without(ofB!, ofA!).length }
        expect(graphFrom(commits).aheadBehind(a, b)).toEqual(expected)
      }),
      { numRuns: 1000 },
    )
  })

  it('GR7: the full log is everything reachable, newest first', () => {
    fc.assert(
      fc.property(historyAndIds(3), fc.nat({ max: 60 }), ([commits, [head = '', ...exclude]], before) => {
        const graph = graphFrom(commits)
        const sets = reachable(commits)
        const all = [...(sets.get(head) ?? [])].sort((a, b) => graph.seqOf(b) - graph.seqOf(a))
        expect([...graph.log(head)]).toEqual(all)
        expect([...graph.log(head, { before })]).toEqual(all.filter((id) => graph.seqOf(id) < before))
        const hidden = new Set(exclude.flatMap((id) => [...(sets.get(id) ?? [])]))
        expect([...graph.log(head, { exclude })]).toEqual(all.filter((id) => !hidden.has(id)))
      }),
      { numRuns: 500 },
    )
  })

  it.each(['full', 'first-parent'] as const)(
    'GR10: the %s log of several heads is those of each, every commit once',
    (order) => {
      fc.assert(
        fc.property(historyAndIds(3), ([commits, heads]) => {
          const graph = graphFrom(commits)
          const each = new Set(heads.flatMap((head) => [...graph.log(head, { order })]))
          const newestFirst = [...each].sort((a, b) => graph.seqOf(b) - graph.seqOf(a))
          expect([...graph.log(heads, { order })]).toEqual(newestFirst)
        }),
      )
      expect([...graphOf({ a: '' }).log([])]).toEqual([])
    },
  )

  it('GR8: the first-parent log is the chain of first parents', () => {
    fc.assert(
      fc.property(historyAndIds(3), fc.nat({ max: 60 }), ([commits, [head = '', ...exclude]], before) => {
        const graph = graphFrom(commits)
        const chain: string[] = []
        for (let id: string | undefined = head; id !== undefined; id = graph.parentsOf(id)[0]) chain.push(id)
        expect([...graph.log(head, { order: 'first-parent' })]).toEqual(chain)
        const sets = reachable(commits)
        const left = chain.filter((id) => !exclude.some((other) => sets.get(other)?.has(id)))
        expect([...graph.log(head, { order: 'first-parent', exclude, before })]).toEqual(
          left.filter((id) => graph.seqOf(id) < before),
        )
      }),
      { numRuns: 500 },
    )
  })
})
