import { and, eq, gte, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import type { Database } from '../platform/database.ts'
import { nameOf } from './branch-rules.ts'
import type { CommitStore } from './commit-store.ts'
import type { BranchRow, CommitRow } from './store.ts'
import { branches, commits, commitTags } from './tables.ts'

/** The longest text that can name a commit. */
const LONGEST_REF = 100
/** A hash or enough of one. */
const HASH = /^[0-9a-f]{7,64}$/
/** What a text means first. A hash comes last, and only when no other begins alike. */
const ORDER = ['version', 'tag', 'branch'] as const

/** A commit as somebody named it. */
export interface ResolvedRef {
  readonly commit: CommitRow
  /** What people call it: the branch or tag where one was named, else its version or short hash. */
  readonly name: string
  /** The branch, where one was named. */
  readonly branch: BranchRow | null
}

type Meaning = 'version' | 'tag' | 'branch' | 'hash'

/** Finds commits by what people call them. */
export function createRefStore(db: Database, store: Pick<CommitStore, 'findCommits'>) {
  /**
   * Everything the text could mean. Each part looks into one index for itself, so that no plan can go through the history, also
   * where the database does not know yet how long it is.
   */
  function meanings(libraryId: string, promptId: string, ref: string) {
    const asked = <M extends Meaning>(meaning: M) => sql<Meaning>`${meaning}`
    const versions = db
      .select({ meaning: asked('version'), commitId: sql<string>`${commits.id}` })
      .from(commits)
      .where(and(eq(commits.libraryId, libraryId), eq(commits.promptId, promptId), eq(commits.version, ref)))
    const tags = db
      .select({ meaning: asked('tag'), commitId: sql<string>`${commitTags.commitId}` })
      .from(commitTags)
      .where(
        and(eq(commitTags.libraryId, libraryId), eq(commitTags.promptId, promptId), eq(commitTags.name, ref)),
      )
    const heads = db
      .select({ meaning: asked('branch'), commitId: sql<string>`${branches.headCommitId}` })
      .from(branches)
      .where(
        and(
          eq(branches.libraryId, libraryId),
          eq(branches.promptId, promptId),
          eq(branches.name, ref),
          isNull(branches.deletedAt),
          isNotNull(branches.headCommitId),
        ),
      )
    const named = versions.unionAll(tags).unionAll(heads)
    if (!HASH.test(ref)) return named
    const hashes = db
      .select({ meaning: asked('hash'), commitId: sql<string>`${commits.id}` })
      .from(commits)
      .where(
        and(
          eq(commits.libraryId, libraryId),
          eq(commits.promptId, promptId),
          gte(commits.id, ref),
          lt(commits.id, `${ref}g`),
        ),
      )
      .orderBy(commits.libraryId, commits.promptId, commits.id)
      .limit(2)
    return named.unionAll(hashes)
  }

  async function branchNamed(libraryId: string, promptId: string, name: string): Promise<BranchRow | null> {
    const [row] = await db
      .select()
      .from(branches)
      .where(
        and(
          eq(branches.libraryId, libraryId),
          eq(branches.promptId, promptId),
          eq(branches.name, name),
          isNull(branches.deletedAt),
        ),
      )
    return row ?? null
  }

  return {
    /**
     * A commit by version number, tag, living branch, hash, or a prefix of the hash that only one has; in this
     * order, though no text can be two of the first three.
     */
    async resolveRef(libraryId: string, promptId: string, ref: string): Promise<ResolvedRef | null> {
      if (ref === '' || ref.length > LONGEST_REF || ref.includes('\u0000') || !ref.isWellFormed()) return null
      const found = await meanings(libraryId, promptId, ref)
      const [named] = ORDER.flatMap((meaning) => found.find((one) => one.meaning === meaning) ?? [])
      const meant = named ?? (found.length === 1 ? found[0] : undefined)
      if (!meant) return null
      const [commit] = await store.findCommits(db, libraryId, [promptId], [meant.commitId])
      if (!commit) return null
      return {
        commit,
        name: meant.meaning === 'hash' ? nameOf(commit) : ref,
        branch: meant.meaning === 'branch' ? await branchNamed(libraryId, promptId, ref) : null,
      }
    },
  }
}
