/// <reference types="node" />
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { CommitGraph, type GraphCommit } from './commit-graph.ts'
import { generatedHistory } from './generated-history.ts'

const hasGit = spawnSync('git', ['--version']).status === 0
/** Histories, and questions to each. A factor makes them more. */
const HISTORIES = 12 * Number(process.env.ORACLE_FACTOR ?? 1)
const QUESTIONS = 25

/** The history as git reads it: the commit's number is its time, so that git's order by date is ours by number. */
function importStream(commits: readonly GraphCommit[]): string {
  const mark = new Map(commits.map(({ id }, place) => [id, place + 1]))
  return commits
    .map(({ id, seq, parents }) =>
      [
        `reset refs/heads/${id}`,
        `commit refs/heads/${id}`,
        `mark :${mark.get(id)}`,
        `committer A <a@b.c> ${1_000_000_000 + seq} +0000`,
        'data 0',
        ...parents.map((parent, place) => `${place === 0 ? 'from' : 'merge'} :${mark.get(parent)}`),
        '',
      ].join('\n'),
    )
    .join('\n')
}

/** One shell asks everything about all pairs; answers are parted by a line each. */
const ASK = `while read a b; do
  git merge-base --all $a $b; echo =
  git rev-list --left-right --count $a...$b; echo =
  git merge-base --is-ancestor $a $b && echo yes; echo =
  git rev-list --date-order $a ^$b; echo =
  git rev-list --date-order --first-parent $a; echo =
done`

function askGit(commits: readonly GraphCommit[], pairs: readonly (readonly [string, string])[]): string[][] {
  const directory = mkdtempSync(join(tmpdir(), 'incipit-graph-'))
  directories.push(directory)
  const git = (args: string[], input = '') =>
    execFileSync('git', args, { cwd: directory, input, encoding: 'utf8' })
  git(['init', '--quiet', '--bare', '.'])
  git(['fast-import', '--quiet', '--export-marks=marks'], importStream(commits))
  const hashes = readFileSync(join(directory, 'marks'), 'utf8').trim().split('\n')
  const idOf = new Map(
    hashes.map((line) => {
      const [mark = '', hash = ''] = line.split(' ')
      return [hash, commits[Number(mark.slice(1)) - 1]?.id ?? ''] as const
    }),
  )
  const input = pairs.map(([a, b]) => `refs/heads/${a} refs/heads/${b}\n`).join('')
  const answers = execFileSync('sh', ['-c', ASK], {
    cwd: directory,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  return answers
    .split('=\n')
    .slice(0, -1)
    .map((answer) =>
      answer
        .split('\n')
        .filter(Boolean)
        .map((line) => idOf.get(line) ?? line),
    )
}

const directories: string[] = []
afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true })
})

describe.skipIf(!hasGit)(
  `the commit graph beside git${hasGit ? '' : ' (left out: git is not installed)'}`,
  () => {
    it('GR4, GR5, GR6, GR7, GR8: answers as merge-base and rev-list do', () => {
      const bySeq = (graph: CommitGraph, ids: string[]) => ids.sort((a, b) => graph.seqOf(b) - graph.seqOf(a))
      let crissCross = 0
      fc.assert(
        fc.property(
          generatedHistory({ minLength: 25, maxLength: 60 }),
          fc.array(fc.tuple(fc.nat({ max: 200 }), fc.nat({ max: 200 })), {
            minLength: QUESTIONS,
            maxLength: QUESTIONS,
          }),
          (commits, picks) => {
            const graph = new CommitGraph()
            graph.append(commits)
            const id = (pick: number) => commits[pick % commits.length]?.id ?? ''
            const pairs = picks.map(([a, b]) => [id(a), id(b)] as const)
            const answers = askGit(commits, pairs)
            for (const [place, [a, b]] of pairs.entries()) {
              const [bases = [], counts = [], ancestor = [], log = [], chain = []] = answers.slice(place * 5)
              expect(graph.mergeBases(a, b)).toEqual(bySeq(graph, bases))
              if (bases.length > 1) crissCross += 1
              const { ahead, behind } = graph.aheadBehind(a, b)
              expect([`${ahead}\t${behind}`]).toEqual(counts)
              expect(graph.isAncestor(a, b)).toBe(ancestor.length === 1)
              expect([...graph.log(a, { exclude: [b] })]).toEqual(log)
              expect([...graph.log(a, { order: 'first-parent' })]).toEqual(chain)
            }
          },
        ),
        { numRuns: HISTORIES, endOnFailure: true },
      )
      expect(crissCross).toBeGreaterThan(0)
    }, 60_000)
  },
)
