import { describe, expect, it } from 'vitest'
import { commitAnswer } from '../testing/commit-answer.ts'
import { ofPrompt, runWith } from '../testing/run-with.ts'

const LIBRARY = ['--library', 'x']

describe('blame', () => {
  const blamed = (runs: object[]) => ({ commit: { content: 'One\nTwo\nThree', blame: { runs } } })
  const older = commitAnswer(1)
  const newer = commitAnswer(2, { version: null, authors: [{ name: 'Bo' }] })

  it('puts every line behind where it comes from', async () => {
    const runs = [
      { start: 1, count: 2, commit: older },
      { start: 3, count: 1, commit: newer },
    ]
    const run = await runWith(['blame', 'a-b-c', ...LIBRARY], ofPrompt(blamed(runs)))
    expect(run.out.split('\n')).toEqual([
      '1111111  1.0.1  Ada  2026-03-01  1| One',
      '1111111  1.0.1  Ada  2026-03-01  2| Two',
      '2222222  -      Bo   2026-03-01  3| Three',
      '',
    ])
  })

  it('tells runs of words', async () => {
    const runs = [
      { start: 0, count: 6, commit: older },
      { start: 6, count: 7, commit: newer },
    ]
    const run = await runWith(
      ['blame', 'a-b-c', '1.0.2', '--words', '--json', ...LIBRARY],
      ofPrompt(blamed(runs)),
    )
    expect(run.asked[1]!.variables).toMatchObject({ ref: '1.0.2' })
    expect(
      JSON.parse(run.out).map((part: { text: string; hash: string }) => [part.text, part.hash[0]]),
    ).toEqual([
      ['One\nTw', '1'],
      ['o\nThree', '2'],
    ])
  })
})
