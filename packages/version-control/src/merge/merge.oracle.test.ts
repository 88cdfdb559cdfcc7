/// <reference types="node" />
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diffLines } from '../diff/diff-lines.ts'
import { editedDocuments, editedLines, editedProseOf, prose, type Triple } from '../diff/generated-texts.ts'
import { toLf } from '../to-lf.ts'
import { merge } from './merge.ts'
import { splitDocument } from './merge-front-matter.ts'
import type { MergeConflict } from './merge-region.ts'
import { mergedText } from './merged-text.ts'

const hasGit = spawnSync('git', ['--version']).status === 0
const FACTOR = Number(process.env.ORACLE_FACTOR ?? 1)
const SEED = Number(process.env.ORACLE_SEED ?? Date.now() % 2 ** 31)
const PROMPTS = fileURLToPath(new URL('../../../../../shared/data/prompts.csv', import.meta.url))
const hasPrompts = existsSync(PROMPTS)

/** What git made of a triple; `null` where it found conflicts. */
type Answer = string | null

const directories: string[] = []
afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true })
}, 60_000)

function scratch(): string {
  const directory = mkdtempSync(join(tmpdir(), 'incipit-merge-'))
  directories.push(directory)
  return directory
}

/** One shell merges all triples, one after the other. */
function mergeFile(triples: readonly Triple[]): Answer[] {
  const directory = scratch()
  for (const [index, texts] of triples.entries()) {
    for (const [place, side] of ['base', 'ours', 'theirs'].entries()) {
      writeFileSync(join(directory, `${index}.${side}`), texts[place] ?? '')
    }
  }
  const script = `i=0
while [ $i -lt ${triples.length} ]; do
  git merge-file --quiet $i.ours $i.base $i.theirs
  echo $?
  i=$((i+1))
done`
  const codes = execFileSync('sh', ['-c', script], { cwd: directory, encoding: 'utf8' }).trim().split('\n')
  expect(codes.filter((code) => Number(code) > 127)).toEqual([])
  return triples.map((_, index) =>
    codes[index] === '0' ? readFileSync(join(directory, `${index}.ours`), 'utf8') : null,
  )
}

/** One `git merge` of two branches, on which each triple is a file. */
function mergeBranches(triples: readonly Triple[], options: readonly string[]): Answer[] {
  const directory = scratch()
  const git = (...args: string[]) =>
    spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.c', '-c', 'core.autocrlf=false', ...args], {
      cwd: directory,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
  const commit = (place: number) => {
    for (const [index, texts] of triples.entries())
      writeFileSync(join(directory, `${index}`), texts[place] ?? '')
    git('add', '.')
    git('commit', '--quiet', '--allow-empty', '-m', `${place}`)
  }
  git('init', '--quiet', '--initial-branch=ours')
  commit(0)
  git('branch', 'theirs')
  commit(1)
  git('checkout', '--quiet', 'theirs')
  commit(2)
  git('checkout', '--quiet', 'ours')
  git('merge', '--quiet', '-m', 'merged', ...options, 'theirs')
  const conflicts = new Set(git('diff', '--name-only', '--diff-filter=U').stdout.trim().split('\n'))
  return triples.map((_, index) =>
    conflicts.has(`${index}`) ? null : readFileSync(join(directory, `${index}`), 'utf8'),
  )
}

/** Prompts people wrote, where the data lies beside the project. */
function realPrompts(): string[] {
  const csv = readFileSync(PROMPTS, 'utf8')
  const fields = [...csv.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",\n]*))/gm)]
  const texts = fields.map(([, quoted = '']) => toLf(quoted.replaceAll('""', '"')).text.toWellFormed())
  return texts.filter((text) => text.length > 80 && text.length < 20_000 && !text.includes('\0'))
}

/** What kind of edits met in lines that git cannot merge. */
function kindOf({ base, ours, theirs }: MergeConflict, inFrontMatter: boolean): string {
  if (inFrontMatter) return 'front matter'
  const touched = (side: string) => {
    const lines = new Set<number>()
    for (const { beforeStart, beforeCount } of diffLines(base, side)) {
      for (let line = beforeStart; line < beforeStart + beforeCount; line += 1) lines.add(line)
    }
    return lines
  }
  const [left, right] = [touched(ours), touched(theirs)]
  if ([...left].some((line) => right.has(line))) return 'different words of the same line'
  if (left.size === 0 || right.size === 0) return 'a line added beside a changed one'
  return ours.split('\n').length < base.split('\n').length ||
    theirs.split('\n').length < base.split('\n').length
    ? 'a line removed beside a changed one'
    : 'adjacent lines'
}

function kindsOf([base, ours, theirs]: Triple): string[] {
  const frontMatter = splitDocument(base).frontMatter
  let before = ''
  return merge(base, ours, theirs, { prose: false }).regions.flatMap((region) => {
    if (region.kind === 'merged') {
      before += region.text
      return []
    }
    const inFrontMatter = before.length < frontMatter.length
    before += region.base
    return [kindOf(region, inFrontMatter)]
  })
}

interface Row {
  readonly source: string
  readonly triples: readonly Triple[]
}

const rows: Row[] = []
beforeAll(() => {
  const sample = (source: string, triples: fc.Arbitrary<Triple>, count: number) =>
    rows.push({ source, triples: fc.sample(triples, { seed: SEED, numRuns: Math.ceil(count * FACTOR) }) })
  sample('generated lines', editedLines, 1500)
  sample('generated prose', editedProseOf(prose), 600)
  sample('generated documents', editedDocuments, 600)
  if (hasPrompts) sample('real prompts', editedProseOf(fc.constantFrom(...realPrompts())), 800)
  else console.log(`Real prompts are left out: ${PROMPTS} is not there`)
  console.log(`ORACLE_SEED=${SEED}`)
})

describe.skipIf(!hasGit)('merges beside git', () => {
  it('MG1: by lines, clean exactly where git merge-file is, and the same text; by words never worse', () => {
    const table: Record<string, Record<string, number>> = {}
    const kinds: Record<string, number> = {}
    for (const { source, triples } of rows) {
      const answers = mergeFile(triples)
      const counts = { triples: triples.length, 'git clean': 0, 'ours clean': 0, 'with conflicts': 0 }
      for (const [index, [base, ours, theirs]] of triples.entries()) {
        const answer = answers[index] ?? null
        const byLines = merge(base, ours, theirs, { prose: false })
        const byWords = merge(base, ours, theirs)
        expect(byLines.clean ? mergedText(byLines, 'base') : null).toBe(answer)
        if (answer !== null) {
          counts['git clean'] += 1
          expect(byWords).toEqual(byLines)
        } else if (byWords.clean) {
          for (const kind of kindsOf([base, ours, theirs])) kinds[kind] = (kinds[kind] ?? 0) + 1
        }
        counts[byWords.clean ? 'ours clean' : 'with conflicts'] += 1
      }
      table[source] = counts
    }
    console.table(table)
    console.log('Conflicts of git in triples that merge here, by kind:')
    console.table(kinds)
    for (const [source, counts] of Object.entries(table))
      expect([source, counts['git clean']]).not.toEqual([source, 0])
    expect(Object.keys(kinds).length).toBeGreaterThan(3)
  }, 600_000)

  it('MG1: the same as git merge, told to compare as git diff does', () => {
    const triples = rows.flatMap(({ triples }) => triples.slice(0, Math.ceil(80 * FACTOR)))
    const answers = mergeBranches(triples, ['--strategy=recursive', '-X', 'diff-algorithm=myers'])
    const ours = triples.map(([base, ours, theirs]) => {
      const result = merge(base, ours, theirs, { prose: false })
      return result.clean ? mergedText(result, 'base') : null
    })
    expect(ours).toEqual(answers)
  }, 600_000)

  it('MG1: git merge by itself aligns repeated lines in another way: how often that tells', () => {
    const counts: Record<string, Record<string, number>> = {}
    for (const { source, triples } of rows) {
      const some = triples.slice(0, Math.ceil(120 * FACTOR))
      const answers = mergeBranches(some, [])
      const row = {
        triples: some.length,
        'same text': 0,
        'only here clean': 0,
        'only git clean': 0,
        'other text': 0,
      }
      for (const [index, [base, ours, theirs]] of some.entries()) {
        const [answer, result] = [answers[index] ?? null, merge(base, ours, theirs)]
        if (answer === null) row['only here clean'] += result.clean ? 1 : 0
        else if (!result.clean) row['only git clean'] += 1
        else row[mergedText(result, 'base') === answer ? 'same text' : 'other text'] += 1
      }
      counts[source] = row
    }
    console.table(counts)
    for (const [source, row] of Object.entries(counts)) {
      // Lines of prose are rarely repeated, so that there is nothing to align otherwise.
      if (source !== 'generated lines') expect([source, row['only git clean']]).toEqual([source, 0])
    }
  }, 600_000)
})

if (!hasGit) console.log('Merges are not compared with git: there is no git on this machine')
