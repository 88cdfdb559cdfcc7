import { describe, expect, it } from 'vitest'
import type { CommitAnswer } from '../commit-lines.ts'
import { commitAnswer } from '../testing/commit-answer.ts'
import { ofPrompt, runWith } from '../testing/run-with.ts'

const LIBRARY = ['--library', 'x']

describe('log', () => {
  const page = (commits: CommitAnswer[], endCursor: string | null) => ({
    page: {
      edges: commits.map((node) => ({ node })),
      pageInfo: { hasNextPage: endCursor !== null, endCursor },
    },
  })

  it('asks page by page for as many as are wanted', async () => {
    const [library, first] = ofPrompt(page([commitAnswer(1)], 'next'))
    const [, second] = ofPrompt(page([commitAnswer(2)], 'more'))
    const run = await runWith(['log', 'a-b-c', '-n', '2', ...LIBRARY], [library!, first!, second!])
    expect(run.asked.slice(1).map(({ variables }) => [variables.first, variables.after])).toEqual([
      [2, null],
      [1, 'next'],
    ])
    expect(run.out).toBe(
      '1111111  1.0.1  2026-03-01  fix  Ada  Change 1\n2222222  1.0.2  2026-03-01  fix  Ada  Change 2\n',
    )
  })

  it('lines columns up and shows merges and tags', async () => {
    const many = commitAnswer(1, {
      version: null,
      changeType: 'REFACTOR',
      authors: [{ name: 'Ada' }, { name: 'Bo' }, { name: 'Cy' }],
      parents: [{ hash: 'a' }, { hash: 'b' }],
      tags: [{ name: 'launch' }],
    })
    const run = await runWith(['log', 'a-b-c', ...LIBRARY], ofPrompt(page([many, commitAnswer(2)], null)))
    expect(run.out.split('\n')).toEqual([
      '1111111  -      2026-03-01  refactor  Ada and 2 others  Change 1 (merge, launch)',
      '2222222  1.0.2  2026-03-01  fix       Ada               Change 2',
      '',
    ])
  })

  it('lets no message steer the terminal', async () => {
    const evil = commitAnswer(1, { message: '\u001B]0;owned\u0007Fix\u202Exif', authors: [{ name: 'A\rB' }] })
    const answers = ofPrompt(page([evil], null))
    const run = await runWith(['log', 'a-b-c', ...LIBRARY], answers, { terminal: true })
    expect(run.out).toContain('\uFFFD]0;owned\uFFFDFix\uFFFDxif')
    expect(run.out).toContain('\u001B[33m1111111\u001B[0m')
    const text = run.out.replaceAll('\u001B[33m', '').replaceAll('\u001B[0m', '')
    for (const control of ['\u001B', '\r', '\u0007']) expect(text).not.toContain(control)
  })
})
