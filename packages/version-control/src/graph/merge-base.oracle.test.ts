/// <reference types="node" />
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { merge } from '../merge/merge.ts'
import { mergedText } from '../merge/merged-text.ts'
import { CommitGraph, type GraphCommit } from './commit-graph.ts'
import { generatedHistory } from './generated-history.ts'
import { mergeBaseContent } from './merge-base-content.ts'
import { type BasePlan, planMergeBase } from './plan-merge-base.ts'

/** `merge-tree --write-tree` merges without a working tree, recursively where there are several bases. Git has it since 2.38. */
const hasGit =
  Number(
    / (\d+\.\d+)/
      .exec(spawnSync('git', ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1]
      ?.replace('.', '') ?? 0,
  ) >= 238
const HISTORIES = 150 * Number(process.env.ORACLE_FACTOR ?? 1)
const SEED = Number(process.env.ORACLE_SEED ?? Date.now() % 2 ** 31)

interface Version extends GraphCommit {
  readonly content: string
}

/** Places of lines that a commit changes, and whether to two lines. */
const edits = fc.array(fc.tuple(fc.nat({ max: 11 }), fc.boolean()), { maxLength: 2 })
const history = generatedHistory({ minLength: 15, maxLength: 30 }).chain((commits) =>
  fc.tuple(...commits.map(() => edits)).map((edits) => withTexts(commits.map(inPairs), edits)),
)

/** Git's own merges have two parents, so that the texts are merges as people make them. */
function inPairs({ parents, ...commit }: GraphCommit): GraphCommit {
  return { ...commit, parents: parents.slice(0, 2) }
}

function withTexts(
  commits: readonly GraphCommit[],
  edits: readonly (readonly (readonly [number, boolean])[])[],
): Version[] {
  const graph = new CommitGraph()
  graph.append(commits)
  const texts = new Map<string, string>()
  const textOf = (id: string) => texts.get(id) ?? ''
  return commits.map((commit, place) => {
    const content = (edits[place] ?? []).reduce(
      (text, [line, two], number) => {
        const lines = text.split('\n')
        // Lines that repeat could be aligned in several ways, and `git merge` aligns otherwise than `git merge-file`.
        const changed = `${commit.id} wrote ${number}`
        return lines.with(line % (lines.length - 1), two ? `${changed}\nand ${changed}` : changed).join('\n')
      },
      mergedParents(graph, textOf, commit),
    )
    texts.set(commit.id, content)
    return { ...commit, content }
  })
}

const START = Array.from({ length: 12 }, (_, line) => `${line}\n`).join('')

function mergedParents(graph: CommitGraph, textOf: (id: string) => string, { parents }: GraphCommit): string {
  const [ours, theirs] = parents
  if (ours === undefined) return START
  if (theirs === undefined) return textOf(ours)
  const base = mergeBaseContent(graph, ours, theirs, textOf) ?? ''
  return mergedText(merge(base, textOf(ours), textOf(theirs)), 'ours')
}

function importStream(histories: readonly (readonly Version[])[]): string {
  return histories
    .flatMap((versions, history) =>
      versions.map(({ id, seq, parents, content }) => {
        const name = (commit: string) => `refs/heads/${history}/${commit}`
        const links = parents
          .map((parent, place) => `${place === 0 ? 'from' : 'merge'} ${name(parent)}\n`)
          .join('')
        const file = `M 100644 inline t\ndata ${Buffer.byteLength(content)}\n${content}\n`
        return `reset ${name(id)}\n\ncommit ${name(id)}\ncommitter A <a@b.c> ${1_000_000_000 + seq} +0000\ndata 0\n${links}${file}`
      }),
    )
    .join('')
}

/** The text git merges two commits to, or `null` for a conflict. */
function gitMerges(histories: readonly (readonly Version[])[], pairs: readonly Pair[]): (string | null)[] {
  const directory = mkdtempSync(join(tmpdir(), 'incipit-merge-base-'))
  directories.push(directory)
  const run = (program: string, args: string[], input: string) =>
    execFileSync(program, args, { cwd: directory, input, encoding: 'utf8', maxBuffer: 1 << 28 })
  run('git', ['init', '--quiet', '--bare', '.'], '')
  run('git', ['fast-import', '--quiet'], importStream(histories))
  const ask = pairs.map(
    ({ history, a, b }) =>
      `if tree=$(git merge-tree --write-tree refs/heads/${history}/${a} refs/heads/${history}/${b}); then echo clean; git cat-file blob $tree:t; else echo conflict; fi; echo =`,
  )
  const answers = run('sh', [], ask.join('\n')).split(/^=\n/m).slice(0, -1)
  return answers.map((answer) => (answer.startsWith('clean\n') ? answer.slice('clean\n'.length) : null))
}

interface Pair {
  readonly history: number
  readonly a: string
  readonly b: string
  readonly ours: ReturnType<typeof merge>
  /** Whether the bases merged without conflict: there git puts markers into the base, and we take the base's side. */
  readonly cleanBase: boolean
}

/** Some pairs of heads with several merge bases. */
function crissCrosses(versions: readonly Version[], history: number): Pair[] {
  const graph = new CommitGraph()
  graph.append(versions)
  const texts = new Map(versions.map(({ id, content }) => [id, content]))
  const textOf = (id: string) => texts.get(id) ?? ''
  const pairs = versions.flatMap(({ id: a }) => versions.map(({ id: b }) => ({ a, b })))
  return pairs
    .filter(({ a, b }) => a < b && graph.mergeBases(a, b).length > 1)
    .slice(0, 3)
    .map(({ a, b }) => {
      const base = mergeBaseContent(graph, a, b, textOf) ?? ''
      const ours = merge(base, textOf(a), textOf(b), { prose: false })
      return { history, a, b, ours, cleanBase: cleanText(planMergeBase(graph, a, b), textOf) !== null }
    })
}

/** The text of a plan whose merges git would all make; `null` when one conflicts. */
function cleanText(plan: BasePlan | null, textOf: (id: string) => string): string | null {
  if (!plan) return ''
  if (plan.kind === 'commit') return textOf(plan.id)
  const [base, ours, theirs] = [plan.base, plan.ours, plan.theirs].map((part) => cleanText(part, textOf))
  if (base == null || ours == null || theirs == null) return null
  const merged = merge(base, ours, theirs, { prose: false })
  return merged.clean ? mergedText(merged, 'base') : null
}

const directories: string[] = []
afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true })
})

describe.skipIf(!hasGit)(
  `merges after a criss-cross beside git${hasGit ? '' : ' (left out: git 2.38 is not installed)'}`,
  () => {
    it('GR12: where the bases merge cleanly, a merge over them is git’s, text or conflict', () => {
      const histories = fc.sample(history, { numRuns: HISTORIES, seed: SEED })
      const pairs = histories.flatMap(crissCrosses)
      const given = gitMerges(histories, pairs)
      const compared = { merged: 0, conflict: 0 }
      for (const [place, { history, a, b, ours, cleanBase }] of pairs.entries()) {
        if (!cleanBase) continue
        const text = ours.clean ? mergedText(ours, 'base') : null
        expect(text, `ORACLE_SEED=${SEED}, history ${history}, ${a} with ${b}`).toBe(given[place])
        compared[text === null ? 'conflict' : 'merged'] += 1
      }
      expect(compared.merged).toBeGreaterThan(0)
      expect(compared.conflict).toBeGreaterThan(0)
    }, 60_000)
  },
)
