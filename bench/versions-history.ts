import { type Blame, blame, CommitGraph } from '@incipit/version-control'
import type { Report } from './harness/report.ts'
import { sampleHistory, sampleVersions } from './harness/sample-history.ts'
import { median } from './harness/samples.ts'

const SMALL = 10_000
const LARGE = 100_000
const PAGE = 50
const BLAMED = 10_000
/** Commits over which the cost of a blame is averaged. */
const WINDOW = 500

/** The history half of `pnpm bench versions`: how questions to a history, and its blame, grow with the number of commits. */
export function measureHistory(report: Report): void {
  measureGraph(report)
  measureBlame(report)
}

function measureGraph(report: Report): void {
  // The first one only warms up.
  const [small, large] = [SMALL, SMALL, LARGE].map(graphOf).slice(1)
  if (!small || !large) return
  const [oneMerge, other] = [lastMerged(small.graph), lastMerged(large.graph)]
  const headsIn = (graph: CommitGraph) => (graph === small.graph ? oneMerge : other)
  report.figure({
    figure: `append a commit to a graph of ${LARGE}`,
    value: (large.milliseconds * 1000) / LARGE,
    unit: 'µs',
    peer: { name: `of ${SMALL}`, value: (small.milliseconds * 1000) / SMALL },
  })
  const questions: [what: string, ask: (graph: CommitGraph) => unknown, mayGrow: boolean][] = [
    ['first page of the log', (graph) => page(graph, 'full', 0), false],
    ['hundredth page of the log', (graph) => page(graph, 'full', 99), false],
    ['hundredth page of the first-parent log', (graph) => page(graph, 'first-parent', 99), false],
    ['merge base of two branches near the head', (graph) => graph.mergeBases(...headsIn(graph)), false],
    ['ahead and behind of the two', (graph) => graph.aheadBehind(...headsIn(graph)), false],
    ['whole log', (graph) => [...graph.log(headOf(graph))].length, true],
  ]
  for (const [what, ask, mayGrow] of questions) {
    const [peer, value] = microseconds(
      () => ask(small.graph),
      () => ask(large.graph),
    )
    report.figure({
      figure: `${what}, ${LARGE} commits`,
      value,
      unit: 'µs',
      peer: { name: `${SMALL}`, value: peer },
    })
    // Ten times as many commits would be a ratio of ten.
    if (!mayGrow) report.holds(`${what} does not grow with the history`, value / peer < 3)
  }
}

function graphOf(length: number): { graph: CommitGraph; milliseconds: number } {
  const commits = sampleHistory(length)
  const graph = new CommitGraph()
  const began = performance.now()
  graph.append(commits)
  return { graph, milliseconds: performance.now() - began }
}

function headOf(graph: CommitGraph): string {
  return graph.idOf(graph.lastSeq)
}

/** The two commits that the last merge joined: six on main, three on a branch, since they parted. */
function lastMerged(graph: CommitGraph): [string, string] {
  for (const id of graph.log(headOf(graph))) {
    const [first, second] = graph.parentsOf(id)
    if (first !== undefined && second !== undefined) return [first, second]
  }
  throw new RangeError('The sample history has no merge')
}

function page(graph: CommitGraph, order: 'full' | 'first-parent', number: number): string[] {
  const step = order === 'full' ? 1 : 10 / 7
  const before = graph.lastSeq + 1 - Math.round(number * PAGE * step)
  const ids: string[] = []
  for (const id of graph.log(headOf(graph), { order, before })) {
    if (ids.push(id) === PAGE) break
  }
  return ids
}

/** Medians over rounds of as many calls as take some milliseconds, in turns, so that both meet the same weather. */
function microseconds(one: () => unknown, other: () => unknown): [number, number] {
  const round = (work: () => unknown, calls: number) => {
    const began = performance.now()
    for (let call = 0; call < calls; call += 1) work()
    return ((performance.now() - began) * 1000) / calls
  }
  const callsOf = (work: () => unknown) => {
    const warm = round(work, 3) > 2000 ? 3 : 200
    return Math.max(1, Math.round(5000 / round(work, warm)))
  }
  const calls = [callsOf(one), callsOf(other)] as const
  const samples: [number[], number[]] = [[], []]
  for (let count = 0; count < 15; count += 1) {
    samples[0].push(round(one, calls[0]))
    samples[1].push(round(other, calls[1]))
  }
  return [median(samples[0]), median(samples[1])]
}

function measureBlame(report: Report): void {
  const [short, long] = [blamed(10_000, BLAMED), blamed(100_000, WINDOW * 2)]
  report.figure({
    figure: `blame of a commit to 10 KB, after ${BLAMED} commits`,
    value: short.last,
    unit: 'ms',
    peer: { name: `after ${WINDOW}`, value: short.first },
  })
  report.figure({
    figure: 'blame of a commit to 100 KB',
    value: long.first,
    unit: 'ms',
    peer: { name: 'to 10 KB', value: short.first },
  })
  report.figure({
    figure: `stored blame of 10 KB, after ${BLAMED} commits`,
    value: JSON.stringify(short.blame).length / 1000,
    unit: 'KB',
    peer: { name: 'text', value: short.content.length / 1000 },
  })
}

interface BlamedHistory {
  readonly content: string
  readonly blame: Blame
  /** Milliseconds for each commit, in the first and in the last window (the very first, cold one aside). */
  readonly first: number
  readonly last: number
}

function blamed(size: number, commits: number): BlamedHistory {
  const windows: number[] = []
  let parent: { content: string; blame: Blame } | null = null
  let seq = 0
  let spent = 0
  for (const content of sampleVersions(size)) {
    seq += 1
    const began = performance.now()
    parent = { content, blame: blame(content, seq, parent ? [parent] : []) }
    spent += performance.now() - began
    if (seq % WINDOW === 0) {
      windows.push(spent / WINDOW)
      spent = 0
    }
    if (seq === commits) break
  }
  const { content, blame: made } = parent ?? { content: '', blame: { lines: [], words: [] } }
  return { content, blame: made, first: windows[1] ?? 0, last: windows.at(-1) ?? 0 }
}
