import type { PromptRow } from '../prompts/store.ts'
import type { VersionDeps } from './deps.ts'
import type { CommitRow } from './store.ts'

/** Two commits of a prompt with their contents. What is told of their differences is computed when it is asked for. */
export interface Comparison {
  readonly prompt: PromptRow
  readonly base: CommitRow
  readonly head: CommitRow
  /** Content of base. */
  readonly before: string
  /** Content of head. */
  readonly after: string
}

/** Comparing commits. */
export function createCompareService(deps: Pick<VersionDeps, 'db' | 'store' | 'graphs'>) {
  const { db, store, graphs } = deps

  /** The newest of the best common ancestors of two commits of a prompt; null where there is none. */
  async function mergeBase(base: CommitRow, head: CommitRow): Promise<CommitRow | null> {
    const { libraryId, promptId } = base
    const [id] = (await graphs.graphOf(libraryId, promptId)).mergeBases(base.id, head.id)
    if (id === undefined) return null
    if (id === base.id) return base
    const [row] = id === head.id ? [head] : await store.findCommits(db, libraryId, [promptId], [id])
    return row ?? null
  }

  return {
    resolveRef: store.resolveRef,
    mergeBase,

    /**
     * Two commits side by side, each by version, tag, branch or hash; null when one of them is unknown.
     *
     * @param sinceMergeBase compare with the commit where the two parted instead of with base, where there is one
     */
    async compare(
      prompt: PromptRow,
      baseRef: string,
      headRef: string,
      sinceMergeBase = false,
    ): Promise<Comparison | null> {
      const [named, head] = await Promise.all([
        store.resolveRef(prompt.libraryId, prompt.id, baseRef),
        store.resolveRef(prompt.libraryId, prompt.id, headRef),
      ])
      if (!named || !head) return null
      const parted = sinceMergeBase ? await mergeBase(named.commit, head.commit) : null
      const base = parted ?? named.commit
      const hashes = [base.contentHash, head.commit.contentHash]
      const contents = await store.contents(db, prompt.libraryId, hashes)
      const [before = '', after = ''] = hashes.map((hash) => contents.get(hash))
      return { prompt, base, head: head.commit, before, after }
    },
  }
}
