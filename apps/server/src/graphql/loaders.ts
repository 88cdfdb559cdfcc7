import { lineMapper } from '@incipit/version-control'
import DataLoader from 'dataloader'
import type { Features } from '../features.ts'
import { type Caller, mayRead } from '../libraries/index.ts'

/** Names a row of a library. */
export interface RowKey {
  readonly libraryId: string
  readonly id: string
}

/**
 * Batches look-ups of one operation: a list of any length costs one statement for each kind of thing it shows.
 * Rows of libraries the caller may not read are never loaded, whatever edge led to them.
 */
function inLibrary<Row>(
  caller: Caller,
  load: (libraryId: string, ids: readonly string[]) => Promise<Map<string, Row>>,
) {
  return new DataLoader<RowKey, Row | null, string>(
    async (keys) => {
      const libraryIds = [...new Set(keys.map((key) => key.libraryId))]
      const found = new Map(
        await Promise.all(
          libraryIds.map(async (libraryId) => {
            const ids = [...new Set(keys.filter((key) => key.libraryId === libraryId).map((key) => key.id))]
            const rows = (await mayRead(caller, libraryId))
              ? await load(libraryId, ids)
              : new Map<string, Row>()
            return [libraryId, rows] as const
          }),
        ),
      )
      return keys.map((key) => found.get(key.libraryId)?.get(key.id) ?? null)
    },
    { cacheKeyFn: (key) => `${key.libraryId} ${key.id}` },
  )
}

/** What is the same for a whole library, such as its fields: looked up once in an operation. */
function ofLibrary<Rows>(caller: Caller, load: (libraryId: string) => Promise<readonly Rows[]>) {
  return new DataLoader<string, readonly Rows[]>((ids) =>
    Promise.all(ids.map(async (id) => ((await mayRead(caller, id)) ? load(id) : []))),
  )
}

function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]))
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

/** Names a commit for a loader: its id alone does not, since two prompts may hold equal commits. */
export function commitKey(promptId: string, commitId: string): string {
  return `${promptId} ${commitId}`
}

function promptsAndCommits(keys: readonly string[]): [promptIds: string[], commitIds: string[]] {
  const pairs = keys.map((key) => key.split(' ') as [string, string])
  return [[...new Set(pairs.map(([promptId]) => promptId))], [...new Set(pairs.map(([, id]) => id))]]
}

export function createLoaders(features: Features, caller: Caller) {
  const {
    accounts,
    libraries,
    prompts,
    taxonomy,
    versions,
    collaboration,
    changeRequests,
    catalogue,
    shelf,
    people,
    db,
  } = features
  const judgedRequest = inLibrary(caller, (libraryId, ids) => changeRequests.judgedRequests(libraryId, ids))
  return {
    user: new DataLoader(async (ids: readonly string[]) => {
      const rows = byId(await accounts.findUsers(db, ids))
      return ids.map((id) => rows.get(id) ?? null)
    }),
    library: new DataLoader(async (ids: readonly string[]) => {
      const rows = new Map((await libraries.findLibraries(ids)).map((row) => [row.libraryId, row]))
      return Promise.all(ids.map(async (id) => ((await mayRead(caller, id)) ? (rows.get(id) ?? null) : null)))
    }),
    prompt: inLibrary(caller, async (libraryId, ids) => byId(await prompts.findPrompts(libraryId, ids))),
    branch: inLibrary(caller, async (libraryId, ids) => byId(await versions.findBranches(libraryId, ids))),
    branchesOfPrompt: inLibrary(caller, async (libraryId, ids) =>
      groupBy(await versions.branchesOf(libraryId, ids), (branch) => branch.promptId),
    ),
    /** Histories, by prompt. */
    graph: inLibrary(caller, (libraryId, ids) => versions.graphsOf(libraryId, ids)),
    /** Merges under way, by branch. */
    merging: inLibrary(
      caller,
      async (libraryId, ids) =>
        new Map((await versions.mergesOf(libraryId, ids)).map((row) => [row.branchId, row])),
    ),
    /** Conflicts in live texts, by branch. */
    conflicts: inLibrary(caller, async (libraryId, ids) =>
      groupBy(await versions.conflictsOf(libraryId, ids), (row) => row.branchId),
    ),
    /** By `commitKey`. */
    commit: inLibrary(caller, async (libraryId, keys) => {
      const rows = await versions.findCommits(libraryId, ...promptsAndCommits(keys))
      return new Map(rows.map((row) => [commitKey(row.promptId, row.id), row]))
    }),
    parents: inLibrary(caller, async (libraryId, keys) =>
      groupBy(await versions.parentsOf(libraryId, ...promptsAndCommits(keys)), (row) =>
        commitKey(row.promptId, row.commitId),
      ),
    ),
    authors: inLibrary(caller, async (libraryId, keys) =>
      groupBy(await versions.authorsOf(libraryId, ...promptsAndCommits(keys)), (row) =>
        commitKey(row.promptId, row.commitId),
      ),
    ),
    /** The numbers change types would take, by branch. */
    nextVersions: inLibrary(caller, (libraryId, ids) => versions.nextVersions(libraryId, ids)),
    content: inLibrary(caller, (libraryId, hashes) => versions.contents(libraryId, hashes)),
    /** By key. */
    promptByKey: inLibrary(caller, async (libraryId, keys) => {
      const rows = await prompts.findByKeys(db, libraryId, keys)
      return new Map(rows.flatMap((row) => (row.deletedAt ? [] : [[row.key, row] as const])))
    }),
    /** Includes of the text on main, by prompt. */
    includes: inLibrary(caller, async (libraryId, ids) =>
      groupBy(await catalogue.includesOf(libraryId, ids), (row) => row.promptId),
    ),
    /** How many prompts include one, by its key. */
    includerCount: inLibrary(caller, (libraryId, keys) => catalogue.includerCounts(libraryId, keys)),
    tags: inLibrary(caller, async (libraryId, ids) =>
      groupBy(await prompts.tagsOf(libraryId, ids), (row) => row.promptId),
    ),
    tagUsage: inLibrary(caller, (libraryId, ids) => taxonomy.tagUsage(libraryId, ids)),
    favourite: inLibrary(caller, async (libraryId, ids) => shelf.favouritesAmong(caller, libraryId, ids)),
    customFields: ofLibrary(caller, (libraryId) => taxonomy.customFields(libraryId)),
    categorySettings: ofLibrary(caller, (libraryId) => taxonomy.categorySettings(libraryId)),
    knownTags: ofLibrary(caller, (libraryId) => taxonomy.knownTags(libraryId)),
    liveDocument: inLibrary(caller, (libraryId, ids) => collaboration.readMany(libraryId, ids)),
    /** People and keys by what an edit names as its author; those nobody knows any more are none. */
    person: inLibrary(caller, async (libraryId, ids) => byId(await people.refs(libraryId, ids))),
    uncommitted: inLibrary(caller, (libraryId, ids) => collaboration.uncommitted(libraryId, ids)),
    changeRequest: inLibrary(caller, async (libraryId, ids) =>
      byId(await changeRequests.find(libraryId, ids)),
    ),
    /** By source branch; the newest where there are several. */
    openChangeRequest: inLibrary(
      caller,
      async (libraryId, ids) =>
        new Map(
          (await changeRequests.openFrom(libraryId, ids))
            .reverse()
            .map((row) => [row.sourceBranchId, row] as const),
        ),
    ),
    /** By `commitKey` of the merge. */
    mergedChangeRequest: inLibrary(caller, async (libraryId, keys) => {
      const rows = await changeRequests.mergedAs(libraryId, ...promptsAndCommits(keys))
      return new Map(rows.map((row) => [commitKey(row.promptId, row.mergeCommitId!), row]))
    }),
    /** By change request: where its branches stand, and its approvals. */
    judgedRequest,
    /** Merges on trial by change request, each once in an operation. */
    mergeability: inLibrary(caller, async (libraryId, ids) => {
      const judged = await judgedRequest.loadMany(ids.map((id) => ({ libraryId, id })))
      return changeRequests.mergeabilitiesOf(
        libraryId,
        judged.flatMap((one) => {
          if (one instanceof Error) throw one
          return one ?? []
        }),
      )
    }),
    review: inLibrary(caller, async (libraryId, ids) =>
      byId(await changeRequests.findReviews(libraryId, ids)),
    ),
    /** By change request. */
    changeReviews: inLibrary(caller, async (libraryId, ids) =>
      groupBy(await changeRequests.reviewsOf(libraryId, ids), (row) => row.changeRequestId),
    ),
    changeComment: inLibrary(caller, async (libraryId, ids) =>
      byId(await changeRequests.findComments(libraryId, ids)),
    ),
    /** By change request. */
    changeComments: inLibrary(caller, async (libraryId, ids) =>
      groupBy(await changeRequests.commentsOf(libraryId, ids), (row) => row.changeRequestId),
    ),
    /** From the lines of one content to those of another; the contents by their hashes. */
    lineMapper: inLibrary(caller, async (libraryId, pairs) => {
      const hashes = pairs.map((pair) => pair.split(' ') as [string, string])
      const contents = await versions.contents(libraryId, [...new Set(hashes.flat())])
      return new Map(
        hashes.map(([before, after]) => [
          `${before} ${after}`,
          lineMapper(contents.get(before) ?? '', contents.get(after) ?? ''),
        ]),
      )
    }),
    /** By `commitKey`, the oldest first. */
    tagsOfCommit: inLibrary(caller, async (libraryId, keys) =>
      groupBy(await versions.tagsOfCommits(libraryId, ...promptsAndCommits(keys)), (row) =>
        commitKey(row.promptId, row.commitId),
      ),
    ),
    tagsOfPrompt: inLibrary(caller, async (libraryId, ids) =>
      groupBy(await versions.tagsOfPrompts(libraryId, ids), (row) => row.promptId),
    ),
    /** By `commitKey`. */
    blame: inLibrary(caller, async (libraryId, keys) => {
      const addresses = keys.map((key) => {
        const [promptId, commitId] = key.split(' ') as [string, string]
        return { promptId, commitId }
      })
      const rows = await versions.blames(libraryId, addresses)
      return new Map(rows.map((row) => [commitKey(row.promptId, row.commitId), row.blame]))
    }),
    /** By prompt and number, as `commitKey` joins them. */
    commitBySeq: inLibrary(caller, async (libraryId, keys) => {
      const [promptIds, seqs] = promptsAndCommits(keys)
      const rows = await versions.commitsBySeq(libraryId, promptIds, seqs.map(Number))
      return new Map(rows.map((row) => [commitKey(row.promptId, String(row.seq)), row]))
    }),
  }
}

export type Loaders = ReturnType<typeof createLoaders>
