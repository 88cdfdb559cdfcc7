import type { OpenDatabase } from '@incipit/server/src/platform/database.ts'
import { prompts } from '@incipit/server/src/prompts/tables.ts'
import { makeCommit, type Parent } from '@incipit/server/src/versions/make-commit.ts'
import { createVersionStore, type NewCommit } from '@incipit/server/src/versions/store.ts'
import { branches } from '@incipit/server/src/versions/tables.ts'
import type { GraphCommit } from '@incipit/version-control'
import { and, eq } from 'drizzle-orm'
import type { BenchPrompt } from './prompts.ts'
import { sampleHistory, sampleVersions } from './sample-history.ts'

/** Characters of each version. */
const SIZE = 10_000
/** Commits stored by one statement of each kind. */
const AT_ONCE = 250
const AUTHOR = { kind: 'user', id: '00000000-0000-7000-8000-000000000001', name: 'Somebody' } as const

/** A history with its texts, before it is stored anywhere. */
export interface WrittenHistory {
  readonly commits: readonly (GraphCommit & { readonly content: string })[]
  /** Number of the newest commit of main, and of a branch that parted from it shortly before. */
  readonly main: number
  readonly branch: number
}

/** The sample history of `length` commits with a text of 10 KB each. */
export function writtenHistory(length: number): WrittenHistory {
  const texts = sampleVersions(SIZE)
  const commits = sampleHistory(length).map((commit) => ({ ...commit, content: texts.next().value ?? '' }))
  const withChildren = new Set(commits.flatMap(({ parents }) => parents))
  const [branch, main] = commits.filter(({ id }) => !withChildren.has(id))
  if (!main || !branch) throw new RangeError(`A history of ${length} commits does not end in two branches`)
  return { commits, main: main.seq, branch: branch.seq }
}

/** Stores a history as that of a prompt, as though it had been committed. @returns hashes of the commits that main and the branch end in */
export async function storeHistory(
  { db }: OpenDatabase,
  { promptId, branchId }: BenchPrompt,
  history: WrittenHistory,
): Promise<{ head: string; branch: string }> {
  const [libraryId, prompt] = partsOf(promptId)
  const store = createVersionStore(db)
  const made = new Map<string, Parent>()
  const hashes: string[] = []
  let waiting: NewCommit[] = []
  for (const { id, seq, parents, content } of history.commits) {
    const commit = makeCommit({
      libraryId,
      promptId: prompt,
      seq,
      content,
      parents: parents.map((parent) => found(made.get(parent))),
      authors: [AUTHOR],
      committer: AUTHOR,
      message: `Change ${seq}`,
      changeType: 'fix',
      createdAt: new Date(Date.UTC(2026, 0, 1) + seq * 60_000),
      numbering: null,
    })
    hashes[seq] = commit.row.id
    made.set(id, { id: commit.row.id, content, blame: commit.blame })
    // Parents are never further back than this, and the texts of a long history do not fit into memory.
    const old = history.commits[seq - AT_ONCE]
    if (old) made.delete(old.id)
    waiting.push(commit)
    if (waiting.length < AT_ONCE && seq < history.commits.length) continue
    await store.insertCommits(db, waiting)
    waiting = []
  }
  const head = found(hashes[history.main])
  const [, mainId] = partsOf(branchId)
  await db
    .update(branches)
    .set({ headCommitId: head, liveCommitId: head })
    .where(and(eq(branches.libraryId, libraryId), eq(branches.id, mainId)))
  await db
    .update(prompts)
    .set({ headCommitId: head })
    .where(and(eq(prompts.libraryId, libraryId), eq(prompts.id, prompt)))
  return { head, branch: found(hashes[history.branch]) }
}

function partsOf(id: string): [string, string] {
  const [library = '', row = ''] = Buffer.from(id, 'base64url').toString().split(':')[1]?.split('.') ?? []
  return [library, row]
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError('A commit of the sample history is missing')
  return value
}
