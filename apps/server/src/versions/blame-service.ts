import { type Blame, blame, type CommitGraph } from '@incipit/version-control'
import type { BlameRow } from './blame-store.ts'
import type { VersionDeps } from './deps.ts'
import type { CommitAddress } from './store.ts'

/** Commits whose contents are in memory at once while missing blames are made. */
const AT_ONCE = 100

type BlameAddress = Pick<CommitAddress, 'promptId' | 'commitId'>

/** Who wrote what. */
export function createBlameService({ db, store, graphs }: Pick<VersionDeps, 'db' | 'store' | 'graphs'>) {
  /** Makes the blames that commits and their ancestors lack, the oldest first, and stores them. */
  async function makeMissing(libraryId: string, promptId: string, ids: readonly string[]): Promise<void> {
    const graph = await graphs.graphOf(libraryId, promptId)
    const missing = unblamed(graph, ids, await store.blamedCommits(libraryId, promptId))
    for (let start = 0; start < missing.length; start += AT_ONCE) {
      const some = missing.slice(start, start + AT_ONCE)
      await store.insertBlames(libraryId, promptId, await makeSome(graph, libraryId, promptId, some))
    }
  }

  /** Blames of commits in the order of their numbers; those of their other parents are stored. */
  async function makeSome(graph: CommitGraph, libraryId: string, promptId: string, ids: readonly string[]) {
    const own = new Set(ids)
    const others = [...new Set(ids.flatMap((id) => graph.parentsOf(id)))].filter((id) => !own.has(id))
    const [contents, known] = await Promise.all([
      store.contentsOf(db, libraryId, [promptId], ids),
      store.blamedContents(db, libraryId, promptId, others),
    ])
    const made = new Map<string, Blame>()
    for (const id of ids) {
      const content = contents.get(id)!
      const its = blame(
        content,
        graph.seqOf(id),
        graph.parentsOf(id).map((parent) => known.get(parent)!),
      )
      known.set(id, { content, blame: its })
      made.set(id, its)
    }
    return made
  }

  function stored(libraryId: string, addresses: readonly BlameAddress[]) {
    const promptIds = new Set(addresses.map(({ promptId }) => promptId))
    const commitIds = addresses.map(({ commitId }) => commitId)
    return store.blamesOf(libraryId, [...promptIds], commitIds)
  }

  return {
    /**
     * Who wrote what of commits that exist. Blames are stored when commits are made; one that is missing nevertheless is made
     * from its nearest ancestors that have theirs, and stored.
     */
    async blames(libraryId: string, addresses: readonly BlameAddress[]): Promise<BlameRow[]> {
      const rows = await stored(libraryId, addresses)
      const found = Map.groupBy(rows, (row) => row.promptId)
      const missing = addresses.filter(
        ({ promptId, commitId }) => !found.get(promptId)?.some((row) => row.commitId === commitId),
      )
      if (missing.length === 0) return rows
      for (const [promptId, own] of Map.groupBy(missing, (address) => address.promptId)) {
        const ids = own.map(({ commitId }) => commitId)
        await makeMissing(libraryId, promptId, ids)
      }
      return stored(libraryId, addresses)
    },

    commitsBySeq: store.commitsBySeq,
  }
}

/** Commits and ancestors that are not blamed, the oldest first. Nothing is looked for behind a blamed one. */
function unblamed(graph: CommitGraph, ids: readonly string[], blamed: ReadonlySet<string>): string[] {
  const found = new Set<string>()
  const waiting = [...ids]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (blamed.has(id) || found.has(id)) continue
    found.add(id)
    waiting.push(...graph.parentsOf(id))
  }
  return [...found].sort((a, b) => graph.seqOf(a) - graph.seqOf(b))
}
