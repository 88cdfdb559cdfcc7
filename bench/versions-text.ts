import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diffLines, diffWords, type MergeResult, merge } from '@incipit/version-control'
import { diffLines as peerDiffLines, diffWordsWithSpace as peerDiffWords } from 'diff'
import { diff3Merge } from 'node-diff3'
import type { Report } from './harness/report.ts'
import { type SampleTexts, sampleTexts, unlikeText } from './harness/sample-texts.ts'
import { median } from './harness/samples.ts'

const KB = 1024
const SIZES = [
  { name: '10 KB', size: 10 * KB },
  { name: '100 KB', size: 100 * KB },
  { name: '1 MB', size: KB * KB },
]
/** In each of the two copies. */
const EDITS = 36
const ROUNDS = 9
/** After so many milliseconds no further round of a comparison begins: some libraries need a minute for one. */
const ENOUGH = 3000
/** What the worst texts may cost. Milliseconds. */
const WORST = 2000

/** The text half of `pnpm bench versions`: differences and merges beside git as a process and beside the libraries. */
export function measureText(report: Report): void {
  const hasGit = spawnSync('git', ['--version']).status === 0
  if (!hasGit) report.skipped('git', 'it is not on this machine')
  for (const { name, size } of SIZES) {
    const texts = sampleTexts(size, EDITS)
    measureLibraries(report, name, texts)
    if (hasGit) measureGit(report, name, texts)
  }
  measureWorst(report)
}

function measureLibraries(report: Report, name: string, { base, ours, theirs }: SampleTexts): void {
  const [byLines, nodeDiff3, byWords] = inTurns(
    () => merge(base, ours, theirs, { prose: false }),
    () => diff3Merge(linesOf(ours), linesOf(base), linesOf(theirs)),
    () => merge(base, ours, theirs),
  )
  const [lines, peerLines] = inTurns(
    () => diffLines(base, ours),
    () => peerDiffLines(base, ours),
  )
  const [words, peerWords] = inTurns(
    () => diffWords(base, ours),
    () => peerDiffWords(base, ours),
  )
  const figures = [
    ['merge by lines', byLines, 'node-diff3', nodeDiff3],
    ['merge by words', byWords, 'merge by lines', byLines],
    ['difference by lines', lines, 'diff', peerLines],
    ['difference by words', words, 'diff', peerWords],
  ] as const
  for (const [what, value = 0, peer, peerValue = 0] of figures) {
    report.figure({ figure: `${what}, ${name}`, value, unit: 'ms', peer: { name: peer, value: peerValue } })
  }
}

function measureGit(report: Report, name: string, texts: SampleTexts): void {
  const directory = mkdtempSync(join(tmpdir(), 'incipit-bench-'))
  try {
    for (const side of ['base', 'ours', 'theirs'] as const) writeFileSync(join(directory, side), texts[side])
    const git = (...args: string[]) => spawnSync('git', args, { cwd: directory, maxBuffer: 1 << 28 })
    const { base, ours, theirs } = texts
    const [merged, mergeFile] = inTurns(
      () => merge(base, ours, theirs),
      () => git('merge-file', '-p', 'ours', 'base', 'theirs'),
    )
    const [compared, diff] = inTurns(
      () => diffLines(base, ours),
      () => git('diff', '--no-index', 'base', 'ours'),
    )
    for (const [what, value = 0, peer, peerValue = 0] of [
      ['merge', merged, 'git merge-file, as a process', mergeFile],
      ['difference', compared, 'git diff, as a process', diff],
    ] as const) {
      report.figure({
        figure: `${what} of ${name}`,
        value,
        unit: 'ms',
        peer: { name: peer, value: peerValue },
      })
    }
    // Git's conflicts are fewer where they are larger: what counts is how much text people have to look at.
    report.figure({
      figure: `text left in conflicts, ${name}, ${EDITS} edits a side`,
      value: inConflict(merge(base, ours, theirs)) / KB,
      unit: 'KB',
      peer: {
        name: 'git merge-file',
        value: betweenMarkers(git('merge-file', '-p', 'ours', 'base', 'theirs').stdout.toString()) / KB,
      },
    })
  } finally {
    rmSync(directory, { recursive: true })
  }
}

function measureWorst(report: Report): void {
  const size = KB * KB
  const unlike = (wordsALine: number) => [1, 2, 3].map((seed) => unlikeText(size, seed, wordsALine))
  const [base = ''] = unlike(Number.POSITIVE_INFINITY)
  const edited = (every: number) =>
    base.replaceAll(/ /g, (blank, at: number) => (at % every === 0 ? ' new ' : blank))
  const cases = [
    ['1 MB of unlike texts', unlike(12)],
    ['one unlike line of 1 MB', unlike(Number.POSITIVE_INFINITY)],
    ['one edited line of 1 MB', [base, edited(1009), edited(997)]],
    ['100,000 equal lines', [100_000, 50_000, 100_500].map((count) => 'same\n'.repeat(count))],
  ] as const
  for (const [name, [one = '', two = '', three = '']] of cases) {
    const figures = [
      ['merge', inTurns(() => merge(one, two, three))],
      ['difference by lines', inTurns(() => diffLines(one, two))],
      ['difference by words', inTurns(() => diffWords(one, two))],
    ] as const
    for (const [what, [value = 0]] of figures) {
      report.figure({ figure: `${what}, worst: ${name}`, value, unit: 'ms', atMost: WORST })
    }
  }
}

/** Median milliseconds of each work; they take turns, so that all meet the same weather. */
function inTurns(...works: readonly (() => unknown)[]): number[] {
  const samples = works.map((): number[] => [])
  const began = performance.now()
  for (let round = 0; round <= ROUNDS && (round === 0 || performance.now() - began < ENOUGH); round += 1) {
    for (const [index, work] of works.entries()) {
      const start = performance.now()
      work()
      samples[index]?.push(performance.now() - start)
    }
  }
  // The first round only warms up, where there are others.
  return samples.map((times) => median(times.length > 1 ? times.slice(1) : times))
}

function linesOf(text: string): string[] {
  return text.split('\n')
}

/** Characters of ours and theirs that are left to people. */
function inConflict({ regions }: MergeResult): number {
  return regions.reduce(
    (sum, region) => sum + (region.kind === 'conflict' ? region.ours.length + region.theirs.length : 0),
    0,
  )
}

/** The same in what Git writes. */
function betweenMarkers(merged: string): number {
  const conflicts = merged.matchAll(/^<{7} .*\n([\s\S]*?)^={7}\n([\s\S]*?)^>{7} .*\n/gm)
  return [...conflicts].reduce((sum, [, ours = '', theirs = '']) => sum + ours.length + theirs.length, 0)
}
