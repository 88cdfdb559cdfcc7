/// <reference types="node" />
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffLines } from './diff-lines.ts'
import { editedLines, editedProseOf, prose } from './generated-texts.ts'

const hasGit = spawnSync('git', ['--version']).status === 0
const PAIRS = 3000 * Number(process.env.ORACLE_FACTOR ?? 1)
const SEED = Number(process.env.ORACLE_SEED ?? Date.now() % 2 ** 31)

/** Thousands of lines with hundreds of edits: there git stops looking for the shortest difference, in its own ways. */
const longPair = fc
  .record({
    kinds: fc.constantFrom(6, 50, 1000, 100_000),
    edits: fc.constantFrom(100, 1000, 3000),
    noise: fc.infiniteStream(fc.nat({ max: 2 ** 30 })),
  })
  .map(({ kinds, edits, noise }): [string, string] => {
    const next = (below: number) => Number(noise.next().value) % below
    const lines = Array.from({ length: 3000 + next(3000) }, () => `${next(kinds)}\n`)
    const edited = [...lines]
    for (let edit = 0; edit < edits; edit += 1) {
      const insert = Array.from({ length: next(4) }, () => `${next(2 * kinds)}\n`)
      edited.splice(next(edited.length), next(4), ...insert)
    }
    return [lines.join(''), edited.join('')]
  })

/** Lines added and removed for each pair, as git counts them, by one process for all. */
function countsOfGit(pairs: readonly (readonly [string, string])[]): [added: number, removed: number][] {
  const directory = mkdtempSync(join(tmpdir(), 'incipit-diff-'))
  try {
    for (const [place, side] of ['before', 'after'].entries()) {
      mkdirSync(join(directory, side))
      for (const [index, texts] of pairs.entries())
        writeFileSync(join(directory, side, `${index}`), texts[place] ?? '')
    }
    const args = ['diff', '--no-index', '--no-renames', '--numstat', '-z', 'before', 'after']
    const { stdout } = spawnSync('git', args, { cwd: directory, encoding: 'utf8', maxBuffer: 1 << 28 })
    const counts = pairs.map((): [number, number] => [0, 0])
    for (const [, added, removed, index] of stdout.matchAll(/(\d+)\t(\d+)\t\0before\/(\d+)\0/g)) {
      counts[Number(index)] = [Number(added), Number(removed)]
    }
    return counts
  } finally {
    rmSync(directory, { recursive: true })
  }
}

describe.skipIf(!hasGit)('line differences beside git', () => {
  it('LN8: are no larger than those of git diff', () => {
    console.log(`ORACLE_SEED=${SEED}`)
    const triples = fc.sample(fc.oneof({ weight: 3, arbitrary: editedLines }, editedProseOf(prose)), {
      seed: SEED,
      numRuns: PAIRS,
    })
    const long = fc.sample(longPair, { seed: SEED, numRuns: PAIRS / 100 })
    const pairs = [...triples.map(([base, ours]) => [base, ours] as const), ...long]
    const theirs = countsOfGit(pairs)
    const ours = pairs.map(([before, after]) => {
      const changes = diffLines(before, after)
      const sum = (count: 'afterCount' | 'beforeCount') =>
        changes.reduce((total, change) => total + change[count], 0)
      return [sum('afterCount'), sum('beforeCount')]
    })
    const total = (counts: readonly (readonly number[])[]) =>
      counts.flat().reduce((sum, count) => sum + count, 0)
    console.log(
      `Lines in the differences of ${pairs.length} pairs: ours ${total(ours)}, git diff ${total(theirs)}`,
    )
    expect(total(theirs)).toBeGreaterThan(PAIRS)
    expect(ours).toEqual(theirs)
  }, 60_000)
})

if (!hasGit) console.log('Line differences are not compared with git: there is no git on this machine')
