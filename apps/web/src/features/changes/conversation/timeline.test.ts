import { describe, expect, it } from 'vitest'
import type { ChangeComment, ChangeCommit, ChangeReview } from '../view/change-query.ts'
import { threadsOf, unresolvedOnLines } from './threads.ts'
import { timelineOf } from './timeline.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 9, minute)).toISOString()
const ada = { id: 'ada', name: 'Ada', hue: 1, user: { id: 'u-ada' } }

const comment = (id: string, minute: number, more: Partial<ChangeComment> = {}): ChangeComment => ({
  id,
  body: id,
  createdAt: at(minute),
  editedAt: null,
  outdated: false,
  resolvedAt: null,
  resolvedBy: null,
  replyTo: null,
  author: ada,
  anchor: null,
  ...more,
})

const commit = (id: string, minute: number): ChangeCommit => ({
  id,
  hash: id,
  shortHash: id,
  version: null,
  message: id,
  changeType: 'FIX',
  createdAt: at(minute),
  added: 1,
  removed: 0,
  authors: [ada],
})

const review = (id: string, minute: number): ChangeReview => ({
  id,
  verdict: 'APPROVE',
  body: '',
  createdAt: at(minute),
  current: true,
  author: ada,
  commit: { id: 'c', hash: 'c', shortHash: 'c' },
})

const ids = (happenings: Partial<Parameters<typeof timelineOf>[0]>) =>
  timelineOf({ createdAt: at(10), commits: [], reviews: [], threads: [], ...happenings }).map((entry) =>
    entry.kind === 'commits' ? entry.commits.map(({ id }) => id) : entry.id,
  )

describe('threadsOf', () => {
  it('puts answers below what they answer, oldest first', () => {
    const threads = threadsOf([
      comment('late', 3, { replyTo: { id: 'root' } }),
      comment('root', 1),
      comment('early', 2, { replyTo: { id: 'root' } }),
      comment('other', 2),
    ])
    expect(threads.map(({ root, replies }) => [root.id, replies.map(({ id }) => id)])).toEqual([
      ['root', ['early', 'late']],
      ['other', []],
    ])
  })

  it('loses no answer whose remark is missing', () => {
    expect(threadsOf([comment('lost', 1, { replyTo: { id: 'gone' } })])).toHaveLength(1)
  })

  it('counts only open threads on lines as unresolved', () => {
    const anchor = {
      side: 'HEAD',
      line: 1,
      excerpt: 'x',
      currentLine: 1,
      commit: { id: 'c', hash: 'c', shortHash: 'c', version: null },
    } as const
    const threads = threadsOf([
      comment('whole', 1),
      comment('open', 2, { anchor }),
      comment('settled', 3, { anchor, resolvedAt: at(4) }),
    ])
    expect(unresolvedOnLines(threads).map(({ root }) => root.id)).toEqual(['open'])
  })
})

describe('timelineOf', () => {
  it('tells everything in the order of time', () => {
    expect(
      ids({
        commits: [commit('c2', 30), commit('c1', 12)],
        reviews: [review('r', 20)],
        threads: threadsOf([comment('t', 25)]),
      }),
    ).toEqual([['c1'], 'r', 't', ['c2']])
  })

  it('begins with what was there at the opening, oldest first and in one', () => {
    expect(
      ids({ commits: [commit('b', 9), commit('a', 1)], threads: threadsOf([comment('t', 10)]) }),
    ).toEqual([['a', 'b'], 't'])
  })

  it('joins neighbouring commits only', () => {
    expect(
      ids({ commits: [commit('a', 11), commit('b', 12), commit('c', 14)], reviews: [review('r', 13)] }),
    ).toEqual([['a', 'b'], 'r', ['c']])
  })
})
