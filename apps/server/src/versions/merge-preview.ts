import {
  type CommitGraph,
  merge,
  mergeBaseCommits,
  mergeBaseContent,
  mergedText,
} from '@incipit/version-control'
import type { Queryable } from '../platform/database.ts'
import type { VersionDeps } from './deps.ts'
import type { MergePreview } from './merge-types.ts'

/** Characters of texts kept of merges that were computed. */
const MOST_CHARACTERS = 20_000_000

const UP_TO_DATE: MergePreview = { kind: 'up-to-date' }

/** Two commits of one prompt and how they are to be merged. */
export interface MergePair {
  readonly libraryId: string
  readonly promptId: string
  readonly into: string
  readonly from: string
}

export type MergeReader = ReturnType<typeof createMergeReader>

/** What merges would give. The same two commits always merge alike, so that a result can be kept. */
export function createMergeReader({ db, store, graphs, findLibraries }: VersionDeps) {
  const kept = new Map<string, MergePreview>()
  let characters = 0

  function keep(key: string, preview: MergePreview): void {
    if (!kept.has(key)) characters += sizeOf(preview)
    kept.set(key, preview)
    for (const [oldest, other] of kept) {
      if (characters <= MOST_CHARACTERS || oldest === key) return
      kept.delete(oldest)
      characters -= sizeOf(other)
    }
  }

  function remembered(key: string): MergePreview | null {
    const preview = kept.get(key)
    if (!preview) return null
    kept.delete(key)
    kept.set(key, preview)
    return preview
  }

  /** Merges two commits whose texts, and those of their merge bases, are given. */
  function compute(
    graph: CommitGraph,
    { into, from }: MergePair,
    contents: ReadonlyMap<string, string>,
    prose: boolean,
  ): MergePreview {
    const base = mergeBaseContent(graph, into, from, (id) => contents.get(id)!) ?? ''
    const result = merge(base, contents.get(into)!, contents.get(from)!, { prose })
    if (result.clean) return { kind: 'clean', content: mergedText(result, 'ours'), base }
    const conflicts = result.regions.filter(({ kind }) => kind === 'conflict').length
    return { kind: 'conflicts', regions: result.regions, conflicts, base }
  }

  /**
   * Merges of commits of one library, in order. What is not remembered is computed from texts that one statement reads for all. In a
   * transaction pass it; the settings of the library are looked up before.
   */
  async function previewsIn(
    q: Queryable,
    graphOf: ReadonlyMap<string, CommitGraph>,
    pairs: readonly MergePair[],
    prose: boolean,
  ): Promise<MergePreview[]> {
    const known = pairs.map((pair) =>
      graphOf.get(pair.promptId)!.isAncestor(pair.from, pair.into)
        ? UP_TO_DATE
        : remembered(keyOf(pair, prose)),
    )
    const missing = pairs.filter((_, at) => known[at] === null)
    const contents = await textsFor(q, graphOf, missing)
    const previews: MergePreview[] = []
    for (const [at, pair] of pairs.entries()) {
      const preview = known[at] ?? compute(graphOf.get(pair.promptId)!, pair, contents, prose)
      if (known[at] === null) {
        keep(keyOf(pair, prose), preview)
        await othersTurn()
      }
      previews.push(preview)
    }
    return previews
  }

  /** Texts of both sides and of what is under them, by commit. */
  async function textsFor(
    q: Queryable,
    graphOf: ReadonlyMap<string, CommitGraph>,
    pairs: readonly MergePair[],
  ): Promise<Map<string, string>> {
    const [one] = pairs
    if (!one) return new Map()
    const ids = pairs.flatMap(({ promptId, into, from }) => [
      ...mergeBaseCommits(graphOf.get(promptId)!, into, from),
      into,
      from,
    ])
    const promptIds = new Set(pairs.map(({ promptId }) => promptId))
    return store.contentsOf(q, one.libraryId, [...promptIds], [...new Set(ids)])
  }

  /** In a transaction pass it; the settings of the library are looked up before. */
  async function previewIn(
    q: Queryable,
    graph: CommitGraph,
    pair: MergePair,
    prose: boolean,
  ): Promise<MergePreview> {
    const [preview] = await previewsIn(q, new Map([[pair.promptId, graph]]), [pair], prose)
    return preview!
  }

  async function isProse(libraryId: string): Promise<boolean> {
    const [library] = await findLibraries([libraryId])
    return library?.proseMerge ?? true
  }

  /** Several of them, in order: three statements for any number. */
  async function mergePreviews(
    libraryId: string,
    pairs: readonly Omit<MergePair, 'libraryId'>[],
  ): Promise<MergePreview[]> {
    if (pairs.length === 0) return []
    const promptIds = [...new Set(pairs.map(({ promptId }) => promptId))]
    const [known, prose] = await Promise.all([graphs.graphsOf(libraryId, promptIds), isProse(libraryId)])
    return previewsIn(
      db,
      known,
      pairs.map((pair) => ({ libraryId, ...pair })),
      prose,
    )
  }

  return {
    previewIn,
    isProse,

    /** What a merge of one commit of a prompt into another would give now. */
    async mergePreview(
      libraryId: string,
      promptId: string,
      intoCommitId: string,
      fromCommitId: string,
    ): Promise<MergePreview> {
      const [preview] = await mergePreviews(libraryId, [{ promptId, into: intoCommitId, from: fromCommitId }])
      return preview!
    },

    mergePreviews,
  }
}

function keyOf({ libraryId, promptId, into, from }: MergePair, prose: boolean): string {
  return `${libraryId} ${promptId} ${into} ${from} ${prose}`
}

/** A list of merges is computed in one go; whoever else waits gets their turn after each. */
function othersTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

function sizeOf(preview: MergePreview): number {
  if (preview.kind === 'up-to-date') return 0
  if (preview.kind === 'clean') return preview.content.length + preview.base.length
  const texts = preview.regions.map((region) =>
    region.kind === 'merged'
      ? region.text.length
      : region.base.length + region.ours.length + region.theirs.length,
  )
  return texts.reduce((sum, length) => sum + length, preview.base.length)
}
