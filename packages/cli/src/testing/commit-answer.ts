import type { CommitAnswer } from '../commit-lines.ts'

/** @internal For tests: a commit as the server tells it. */
export function commitAnswer(number: number, changes: Partial<CommitAnswer> = {}): CommitAnswer {
  const hash = String(number).repeat(64).slice(0, 64)
  return {
    hash,
    shortHash: hash.slice(0, 7),
    version: `1.0.${number}`,
    message: `Change ${number}\n\nWith a reason.`,
    changeType: 'FIX',
    createdAt: '2026-03-01T09:30:00.000Z',
    added: 1,
    removed: 0,
    authors: [{ name: 'Ada' }],
    tags: [],
    parents: [],
    ...changes,
  }
}
