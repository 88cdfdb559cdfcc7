/// <reference types="node" />
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { type Blame, blame } from './blame.ts'

const hasGit = spawnSync('git', ['--version']).status === 0
/** Histories, each a line of commits on a branch of its own. A factor makes them more, a seed repeats a run. */
const HISTORIES = 400 * Number(process.env.ORACLE_FACTOR ?? 1)
const SEED = Number(process.env.ORACLE_SEED ?? Date.now() % 2 ** 31)

/** Lines that only one place has, and lines that prompts repeat. */
const line = fc.oneof(
  { weight: 3, arbitrary: fc.nat({ max: 1e9 }).map((n) => `Rule ${n}: answer in one sentence.`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('', '', '---', 'user:', 'system:', '- Be brief.', '  required: true'),
  },
)
/** Replaces, inserts or removes up to four lines, or puts a word into one. */
const edit = fc.record({
  at: fc.nat({ max: 1000 }),
  drop: fc.nat({ max: 4 }),
  insert: fc.array(line, { maxLength: 4 }),
  word: fc.boolean(),
})
const history = fc
  .tuple(
    fc.array(line, { minLength: 5, maxLength: 40 }),
    fc.array(fc.tuple(fc.array(edit, { minLength: 1, maxLength: 3 }), fc.boolean()), {
      minLength: 3,
      maxLength: 20,
    }),
  )
  .map(([first, commits]) => {
    let lines = first
    return [
      `${first.join('\n')}\n`,
      ...commits.map(([edits, ends]) => {
        for (const { at, drop, insert, word } of edits) {
          const place = at % (lines.length + 1)
          lines = word
            ? lines.map((text, index) => (index === place ? `${text} again` : text))
            : lines.toSpliced(place, drop, ...insert)
        }
        return lines.join('\n') + (ends ? '\n' : '')
      }),
    ]
  })

function importStream(histories: readonly (readonly string[])[]): string {
  let seconds = 1_000_000_000
  return histories
    .flatMap((texts, branch) =>
      texts.map((text, place) => {
        seconds += 1
        const author = `committer ${place + 1} <a@b.c> ${seconds} +0000`
        const file = `M 100644 inline t\ndata ${Buffer.byteLength(text)}\n${text}\n`
        return `commit refs/heads/b${branch}\n${author}\ndata 0\n${file}`
      }),
    )
    .join('')
}

/** The commit of every line of every branch's file, counted from 1. One shell asks for all. */
function gitBlames(histories: readonly (readonly string[])[]): number[][] {
  const directory = mkdtempSync(join(tmpdir(), 'incipit-blame-'))
  directories.push(directory)
  const run = (program: string, args: string[], input: string) =>
    execFileSync(program, args, { cwd: directory, input, encoding: 'utf8', maxBuffer: 1 << 28 })
  run('git', ['init', '--quiet', '--bare', '.'], '')
  run('git', ['fast-import', '--quiet'], importStream(histories))
  const ask = histories
    .map(
      (_, branch) =>
        `git -c diff.indentHeuristic=false blame --line-porcelain refs/heads/b${branch} -- t; echo =`,
    )
    .join('\n')
  return run('sh', ['-e'], ask)
    .split(/^=\n/m)
    .slice(0, -1)
    .map((answer) => [...answer.matchAll(/^author (\d+)$/gm)].map(([, place]) => Number(place)))
}

function ourBlame(texts: readonly string[]): Blame {
  let last: { content: string; blame: Blame } | null = null
  for (const [place, content] of texts.entries()) {
    last = { content, blame: blame(content, place + 1, last ? [last] : []) }
  }
  return last?.blame ?? { lines: [], words: [] }
}

const directories: string[] = []
afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true })
})

describe.skipIf(!hasGit)(`blame beside git${hasGit ? '' : ' (left out: git is not installed)'}`, () => {
  it('BL4: on a line of commits, lines belong to whom git blame says', () => {
    const histories = fc.sample(history, { numRuns: HISTORIES, seed: SEED })
    const given = gitBlames(histories)
    for (const [branch, texts] of histories.entries()) {
      const lines = ourBlame(texts).lines.flatMap(([count, seq]) => new Array<number>(count).fill(seq))
      expect({ texts, lines }, `ORACLE_SEED=${SEED}`).toEqual({ texts, lines: given[branch] })
    }
  }, 60_000)
})
