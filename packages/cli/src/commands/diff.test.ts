import { describe, expect, it } from 'vitest'
import { commitAnswer } from '../testing/commit-answer.ts'
import { ofPrompt, runWith } from '../testing/run-with.ts'

const LIBRARY = ['--library', 'x']

describe('diff', () => {
  const compare = {
    base: commitAnswer(1),
    head: commitAnswer(2),
    mergeBase: commitAnswer(1),
    added: 1,
    removed: 1,
    contractChanges: [
      { kind: 'removed', input: 'tone', breaking: true, description: 'input `tone` removed' },
    ],
    structure: [
      { part: 'INPUT', kind: 'REMOVED', name: 'tone', breaking: true, description: 'input `tone` removed' },
      {
        part: 'MESSAGE',
        kind: 'CHANGED',
        name: 'user 1',
        breaking: false,
        description: 'user message changed',
      },
    ],
    patch: 'diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-old\u001B[2J\n+new\n',
  }

  it.each([
    ['1.0.1..1.0.2', { base: '1.0.1', head: '1.0.2', sinceMergeBase: false }],
    ['main...feature/x.y', { base: 'main', head: 'feature/x.y', sinceMergeBase: true }],
    ['1.0.1..', { base: '1.0.1', head: 'main', sinceMergeBase: false }],
    ['...feature/x', { base: 'main', head: 'feature/x', sinceMergeBase: true }],
  ])('%s', async (range, expected) => {
    const run = await runWith(['diff', 'a-b-c', range, ...LIBRARY], ofPrompt({ compare }))
    expect(run.asked[1]!.variables).toMatchObject(expected)
    expect([run.code, run.out]).toEqual([0, compare.patch])
  })

  it('is coloured on a screen, where the text cannot steer it, unless NO_COLOR says otherwise', async () => {
    const args = ['diff', 'a-b-c', '1..2', ...LIBRARY]
    const shown = await runWith(args, ofPrompt({ compare }), { terminal: true })
    expect(shown.out).toContain('\u001B[31m-old\uFFFD[2J\u001B[0m\n\u001B[32m+new\u001B[0m\n')
    const env = { INCIPIT_API_KEY: 'k', INCIPIT_URL: 'http://localhost:1', NO_COLOR: '1' }
    const plain = await runWith(args, ofPrompt({ compare }), { terminal: true, env })
    expect(plain.out).toBe(compare.patch.replace('\u001B', '\uFFFD'))
  })

  it('tells numbers, structure and JSON', async () => {
    const args = (view: string) => ['diff', 'a-b-c', '1..2', view, ...LIBRARY]
    expect((await runWith(args('--stat'), ofPrompt({ compare }))).out).toBe(
      '1.0.1..1.0.2  +1 -1\n  input `tone` removed (breaking)\n',
    )
    expect((await runWith(args('--structure'), ofPrompt({ compare }))).out).toBe(
      '- input `tone` removed (breaking)\n~ user message changed\n',
    )
    const told = JSON.parse((await runWith(args('--json'), ofPrompt({ compare }))).out)
    expect(told).toMatchObject({ patch: compare.patch, base: { version: '1.0.1', authors: ['Ada'] } })
  })

  it('says when one of the two is unknown', async () => {
    const run = await runWith(['diff', 'a-b-c', '1..2', ...LIBRARY], ofPrompt({ compare: null }))
    expect(run).toMatchObject({
      code: 1,
      err: expect.stringContaining('One of the two in "1..2" is unknown'),
    })
  })
})
