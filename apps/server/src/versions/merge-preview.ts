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

  async function compute(
    q: Queryable,
    graph: CommitGraph,
    { libraryId, promptId, into, from }: MergePair,
    prose: boolean,
  ): Promise<MergePreview> {
    const ids = [...new Set([...mergeBaseCommits(graph, into, from), into, from])]
    const contents = await store.contentsOf(q, libraryId, promptId, ids)
    const base = mergeBaseContent(graph, into, from, (id) => contents.get(id)!) ?? ''
    const result = merge(base, contents.get(into)!, contents.get(from)!, { prose })
    if (result.clean) return { kind: 'clean', content: mergedText(result, 'ours'), base }
    const conflicts = result.regions.filter(({ kind }) => kind === 'conflict').length
    return { kind: 'conflicts', regions: result.regions, conflicts, base }
  }

  /** In a transaction pass it; the settings of the library are looked up before. */
  async function previewIn(
    q: Queryable,
    graph: CommitGraph,
    pair: MergePair,
    prose: boolean,
  ): Promise<MergePreview> {
    if (graph.isAncestor(pair.from, pair.into)) return { kind: 'up-to-date' }
    const key = `${pair.libraryId} ${pair.promptId} ${pair.into} ${pair.from} ${prose}`
    const known = remembered(key)
    if (known) return known
    const preview = await compute(q, graph, pair, prose)
    keep(key, preview)
    return preview
  }

  async function isProse(libraryId: string): Promise<boolean> {
    const [library] = await findLibraries([libraryId])
    return library?.proseMerge ?? true
  }

  /** Several of them, in order. Those that are remembered cost no statement but the two for all. */
  async function mergePreviews(
    libraryId: string,
    pairs: readonly Omit<MergePair, 'libraryId'>[],
  ): Promise<MergePreview[]> {
    if (pairs.length === 0) return []
    const promptIds = [...new Set(pairs.map(({ promptId }) => promptId))]
    const [known, prose] = await Promise.all([graphs.graphsOf(libraryId, promptIds), isProse(libraryId)])
    return Promise.all(
      pairs.map((pair) => previewIn(db, known.get(pair.promptId)!, { libraryId, ...pair }, prose)),
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
