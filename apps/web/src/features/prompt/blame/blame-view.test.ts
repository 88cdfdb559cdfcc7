import { expect, it } from 'vitest'
import type { BlamedCommit } from './blame-query.ts'
import { authorsText, blameView, peopleByWords } from './blame-view.ts'

const ada = { id: 'ada', name: 'Ada', hue: 3 }
const dev = { id: 'dev', name: 'Dev', hue: 7 }
const commit = (id: string, version: string | null, ...authors: BlamedCommit['authors']): BlamedCommit => ({
  id,
  hash: id.repeat(8),
  shortHash: id,
  version,
  message: 'A change',
  changeType: 'FIX',
  createdAt: '2026-03-01T09:00:00.000Z',
  authors,
})
const first = commit('aaaaaaa', '1.0.0', ada)
const second = commit('bbbbbbb', null, dev, ada)

it('blameView names each commit once', () => {
  const view = blameView(
    'a\nb\nc\n',
    [
      { start: 1, count: 1, commit: first },
      { start: 2, count: 1, commit: second },
      { start: 3, count: 1, commit: first },
    ],
    [
      { start: 0, count: 2, commit: first },
      { start: 2, count: 4, commit: second },
    ],
  )
  expect(view.commits).toEqual([first, second])
  expect(view.blame.lines.map(({ owner }) => owner)).toEqual([0, 1, 0])
  expect(view.blame.commits.map(({ name, ref, hue }) => [name, ref, hue])).toEqual([
    ['Ada', '1.0.0', 3],
    ['Dev +1', 'bbbbbbb', 7],
  ])
  expect(view.words).toEqual([
    { start: 0, count: 2, owner: 0, hue: 3 },
    { start: 2, count: 4, owner: 1, hue: 7 },
  ])
  expect(peopleByWords(view).map(({ name }) => name)).toEqual(['Dev', 'Ada'])
})

it('authorsText says one name and how many more', () => {
  expect(authorsText([ada])).toBe('Ada')
  expect(authorsText([ada, dev])).toBe('Ada +1')
  expect(authorsText([])).toBe('Nobody')
})
