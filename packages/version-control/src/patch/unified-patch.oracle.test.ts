/// <reference types="node" />
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText, editedLines, editedProseOf, prose } from '../diff/generated-texts.ts'
import { unifiedPatch } from './unified-patch.ts'

const hasGit = spawnSync('git', ['--version']).status === 0
const PAIRS = 1500 * Number(process.env.ORACLE_FACTOR ?? 1)
const SEED = Number(process.env.ORACLE_SEED ?? Date.now() % 2 ** 31)

/** Without context, git apply loses the last line break of a text that had none before, also with the patches of git diff itself. */
const isWhole = (text: string) => text === '' || text.endsWith('\n')

/** Patches of one kind are applied by one process, each to a file of its own. */
function applied(
  cases: readonly { readonly path: string; readonly before: string; readonly patch: string }[],
  flags: readonly string[],
): string[] {
  const directory = mkdtempSync(join(tmpdir(), 'incipit-patch-'))
  try {
    for (const { path, before } of cases) {
      mkdirSync(dirname(join(directory, path)), { recursive: true })
      writeFileSync(join(directory, path), before)
    }
    writeFileSync(join(directory, 'all.patch'), cases.map(({ patch }) => patch).join(''))
    const { status, stderr } = spawnSync('git', ['apply', '--whitespace=nowarn', ...flags, 'all.patch'], {
      cwd: directory,
      encoding: 'utf8',
    })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    return cases.map(({ path }) => readFileSync(join(directory, path), 'utf8'))
  } finally {
    rmSync(directory, { recursive: true })
  }
}

describe.skipIf(!hasGit)('unified patches beside git', () => {
  it.each([
    [3, []],
    [1, []],
    [0, ['--unidiff-zero']],
  ])(
    'UP7: git apply makes the text after of the text before, with %d lines of context',
    (context, flags) => {
      console.log(`ORACLE_SEED=${SEED}`)
      // What UTF-8 cannot say, files cannot hold.
      const text = anyText.map((some) => some.toWellFormed().replaceAll(/[\r\0]/g, ''))
      const pairs = fc
        .sample(
          fc.oneof(
            editedLines.map(([base, ours]) => [base, ours] as const),
            editedProseOf(prose).map(([base, ours]) => [base, ours] as const),
            fc.tuple(text, text),
          ),
          { seed: SEED, numRuns: PAIRS },
        )
        .filter(([before, after]) => before !== after && (context > 0 || isWhole(before)))
      const cases = pairs.map(([before, after], index) => {
        const path = index % 10 === 0 ? `with "quotes"/né ${index}.md` : `some/${index}.md`
        return { path, before, patch: unifiedPatch(before, after, { path, context }) }
      })
      expect(applied(cases, flags)).toEqual(pairs.map(([, after]) => after))
    },
    60_000,
  )
})

if (!hasGit) console.log('Patches are not applied by git: there is no git on this machine')
