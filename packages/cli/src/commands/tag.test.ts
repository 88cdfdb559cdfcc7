import { describe, expect, it } from 'vitest'
import { commitAnswer } from '../testing/commit-answer.ts'
import { json, ofPrompt, runWith } from '../testing/run-with.ts'

const LIBRARY = ['--library', 'x']

describe('tag', () => {
  const there = {
    name: 'launch',
    note: 'Spring',
    createdAt: '2026-03-01T09:30:00.000Z',
    taggedBy: { name: 'Ada' },
  }
  const tags = [{ ...there, commit: commitAnswer(1) }]
  const taken = json({
    data: { commitTagCreate: { code: 'CONFLICT', message: 'launch names 1.0.1 already.' } },
  })
  const attempt = (number: number) => [
    ...ofPrompt({ commit: { id: 'c', hash: commitAnswer(number).hash } }),
    taken,
    ...ofPrompt({ commitTags: tags }).slice(1),
  ]

  it('is done when it names that commit already', async () => {
    expect(await runWith(['tag', 'a-b-c', 'launch', '1.0.1', ...LIBRARY], attempt(1))).toMatchObject({
      code: 0,
      out: 'launch names 1.0.1.\n',
    })
    const noted = ['tag', 'a-b-c', 'launch', '1.0.1', '--note', 'Autumn', ...LIBRARY]
    expect(await runWith(noted, attempt(1))).toMatchObject({ code: 1 })
  })

  it('is refused when it names another', async () => {
    expect(await runWith(['tag', 'a-b-c', 'launch', '1.0.2', ...LIBRARY], attempt(2))).toMatchObject({
      code: 1,
      err: 'launch names 1.0.1 already.\n',
    })
  })

  it('lists them', async () => {
    expect((await runWith(['tag', 'a-b-c', ...LIBRARY], ofPrompt({ commitTags: tags }))).out).toBe(
      'launch  1.0.1  2026-03-01  Ada  Spring\n',
    )
  })
})
