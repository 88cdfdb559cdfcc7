import type { ChangeCommit, ChangeReview } from '../view/change-query.ts'
import type { Thread } from './threads.ts'

/** Something that happened to a change request after it was opened. */
export type TimelineEntry =
  | { kind: 'commits'; id: string; at: string; commits: readonly ChangeCommit[] }
  | { kind: 'review'; id: string; at: string; review: ChangeReview }
  | { kind: 'thread'; id: string; at: string; thread: Thread }

interface Happenings {
  createdAt: string
  commits: readonly ChangeCommit[]
  reviews: readonly ChangeReview[]
  threads: readonly Thread[]
}

/** Everything in the order of time; commits older than the change request come first, neighbouring commits together. */
export function timelineOf({ createdAt, commits, reviews, threads }: Happenings): TimelineEntry[] {
  const entries: TimelineEntry[] = [
    ...commits.map((commit): TimelineEntry => {
      const at = commit.createdAt < createdAt ? createdAt : commit.createdAt
      return { kind: 'commits', id: commit.id, at, commits: [commit] }
    }),
    ...reviews.map(
      (review): TimelineEntry => ({ kind: 'review', id: review.id, at: review.createdAt, review }),
    ),
    ...threads.map(
      (thread): TimelineEntry => ({
        kind: 'thread',
        id: thread.root.id,
        at: thread.root.createdAt,
        thread,
      }),
    ),
  ]
  return joinCommits(entries.sort(inTime))
}

function inTime(a: TimelineEntry, b: TimelineEntry): number {
  const [left, right] = [a.kind === 'commits', b.kind === 'commits']
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  if (left && right) return madeAt(a) < madeAt(b) ? -1 : 1
  return left === right ? 0 : left ? -1 : 1
}

function madeAt(entry: TimelineEntry): string {
  return entry.kind === 'commits' ? (entry.commits[0]?.createdAt ?? '') : entry.at
}

function joinCommits(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const joined: TimelineEntry[] = []
  for (const entry of entries) {
    const last = joined.at(-1)
    if (last?.kind === 'commits' && entry.kind === 'commits')
      joined[joined.length - 1] = { ...last, commits: [...last.commits, ...entry.commits] }
    else joined.push(entry)
  }
  return joined
}
