import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generatedHistory } from './generated-history.ts'
import { type GraphEdge, type GraphRow, type LaidOutCommit, layoutHistory } from './layout-history.ts'

/** A page of some history, newest first, and some heads, in the page or not. */
const page = fc
  .tuple(
    generatedHistory({ maxLength: 30 }),
    fc.nat({ max: 10 }),
    fc.array(fc.nat({ max: 40 }), { maxLength: 4 }),
  )
  .map(([commits, cut, heads]) => ({
    commits: commits.slice(cut % commits.length).reverse(),
    heads: heads.map((head) => `c${head}`),
  }))

/** `c: 'a b'` is a commit c with the parents a and b; the newest first. */
const listed = (parents: Readonly<Record<string, string>>): LaidOutCommit[] =>
  Object.entries(parents).map(([id, names]) => ({ id, parents: names.split(' ').filter(Boolean) }))

/** A row as text: dot, then edges. */
const drawn = ({ id, lane, edges }: GraphRow) =>
  `${id}@${lane} ${edges.map(({ kind, from, to }) => `${kind} ${from}-${to}`).join(', ')}`.trim()

const ends = (edges: readonly GraphEdge[], kinds: readonly GraphEdge['kind'][], end: 'from' | 'to') =>
  [
    ...new Set(edges.filter(({ kind }) => kinds.includes(kind)).map((edge) => `${edge[end]}:${edge.colour}`)),
  ].sort()

/** The commit that a line reaches which leaves row `place` at its bottom in `lane`; `null`: it runs out. */
function follow(rows: readonly GraphRow[], place: number, lane: number): string | null {
  for (const row of rows.slice(place + 1)) {
    const edge = row.edges.find(({ kind, from }) => kind !== 'out' && from === lane)
    if (edge?.kind === 'in') return row.id
    if (!edge) throw new Error(`The line in lane ${lane} breaks off above ${row.id}`)
  }
  return null
}

/** Commits from a head along first parents, as far as they are listed. */
function chainOf(commits: readonly LaidOutCommit[], head: string): string[] {
  const commit = commits.find(({ id }) => id === head)
  return commit ? [head, ...chainOf(commits, commit.parents[0] ?? '')] : []
}

describe('the layout of a history', () => {
  it('GR15: a row for each commit, in the order given, as wide as its lanes', () => {
    fc.assert(
      fc.property(page, ({ commits, heads }) => {
        const rows = layoutHistory(commits, { heads })
        expect(rows.map(({ id }) => id)).toEqual(commits.map(({ id }) => id))
        for (const { lane, lanes, edges } of rows) {
          expect(lanes).toBe(Math.max(lane, ...edges.flatMap(({ from, to }) => [from, to])) + 1)
        }
      }),
    )
  })

  it('GR16: lines join from row to row, and pass straight beside the dots', () => {
    fc.assert(
      fc.property(page, ({ commits, heads }) => {
        const rows = layoutHistory(commits, { heads })
        expect(ends(rows[0]?.edges ?? [], ['in', 'pass'], 'from')).toEqual([])
        for (const [place, { lane, edges }] of rows.entries()) {
          const next = rows[place + 1]
          if (next)
            expect(ends(edges, ['out', 'pass'], 'to')).toEqual(ends(next.edges, ['in', 'pass'], 'from'))
          for (const { kind, from, to } of edges) {
            if (kind === 'pass') expect([from, from === lane]).toEqual([to, false])
            else expect(kind === 'in' ? to : from).toBe(lane)
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  it('GR17: from each commit a line leads to each of its parents, and there is no other line', () => {
    fc.assert(
      fc.property(page, ({ commits, heads }) => {
        const rows = layoutHistory(commits, { heads })
        const listed = new Set(commits.map(({ id }) => id))
        const reached = new Map<string, Set<number>>()
        for (const [place, { parents }] of commits.entries()) {
          const out = rows[place]?.edges.filter(({ kind }) => kind === 'out') ?? []
          const targets = out.map(({ to }) => follow(rows, place, to))
          expect(targets).toEqual(parents.map((parent) => (listed.has(parent) ? parent : null)))
        }
        for (const [place, { id, edges }] of rows.entries()) {
          reached.set(id, new Set(edges.filter(({ kind }) => kind === 'in').map(({ from }) => from)))
          const children = commits.slice(0, place).filter(({ parents }) => parents.includes(id))
          expect(reached.get(id)?.size).toBeLessThanOrEqual(children.length)
          expect(reached.get(id)?.size === 0).toBe(children.length === 0)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('GR18: the lines of the heads have the left lanes, in order, and nothing else lies there', () => {
    fc.assert(
      fc.property(page, ({ commits, heads }) => {
        const lanes = new Map<string, number>()
        let lane = 0
        for (const head of heads) {
          const chain = chainOf(commits, head)
          const own = chain.filter((id) => !lanes.has(id))
          for (const id of own) lanes.set(id, lane)
          if (own.length > 0) lane += 1
        }
        for (const row of layoutHistory(commits, { heads })) {
          const home = lanes.get(row.id)
          if (home === undefined) expect(row.lane).toBeGreaterThanOrEqual(lane)
          else expect([row.lane, row.colour]).toEqual([home, home])
        }
      }),
      { numRuns: 500 },
    )
  })

  it('GR16: a line keeps its colour, and a dot has that of its line', () => {
    fc.assert(
      fc.property(page, ({ commits, heads }) => {
        for (const { lane, colour, edges } of layoutHistory(commits, { heads })) {
          const straight = edges.filter(
            ({ kind, from, to }) => kind !== 'pass' && from === lane && to === lane,
          )
          for (const edge of straight) expect(edge.colour).toBe(colour)
        }
      }),
    )
  })

  it('draws a branch that is merged', () => {
    const commits = listed({ m: 'c f', f: 'e', c: 'b', e: 'b', b: 'a', a: '' })
    expect(layoutHistory(commits, { heads: ['m', 'f'] }).map(drawn)).toEqual([
      'm@0 out 0-0, out 0-1',
      'f@1 pass 0-0, in 1-1, out 1-1',
      'c@0 in 0-0, pass 1-1, out 0-0',
      'e@1 pass 0-0, in 1-1, out 1-1',
      'b@0 in 0-0, in 1-0, out 0-0',
      'a@0 in 0-0',
    ])
  })

  it('keeps the lane of main free above its head', () => {
    const commits = listed({ f: 'e', e: 'm', m: 'a', a: '' })
    expect(layoutHistory(commits, { heads: ['m', 'f'] }).map(drawn)).toEqual([
      'f@1 out 1-1',
      'e@1 in 1-1, out 1-1',
      'm@0 in 1-0, out 0-0',
      'a@0 in 0-0',
    ])
  })

  it('lets a line to a parent that is not listed run out', () => {
    expect(layoutHistory(listed({ c: 'b x', b: 'a' })).map(drawn)).toEqual([
      'c@0 out 0-0, out 0-1',
      'b@0 in 0-0, pass 1-1, out 0-0',
    ])
  })

  it('uses a lane again when its line has ended', () => {
    const commits = listed({ d: 'c y', y: 'c', c: 'a x', x: 'a', a: '' })
    expect(Math.max(...layoutHistory(commits).map(({ lanes }) => lanes))).toBe(2)
  })

  it('takes one lane for a line of commits, however long', () => {
    const commits = Array.from({ length: 20_000 }, (_, n) => ({ id: `${n}`, parents: [`${n + 1}`] }))
    expect(layoutHistory(commits).every(({ lanes }) => lanes === 1)).toBe(true)
  })

  it.each<[string, LaidOutCommit[]]>([
    ['twice', [...listed({ a: '' }), ...listed({ a: '' })]],
    ['before its child', listed({ a: '', b: 'a' })],
    ['as its own parent', listed({ a: 'a' })],
  ])('GR19: refuses a commit listed %s', (_, commits) => {
    expect(() => layoutHistory(commits)).toThrow(RangeError)
  })
})
