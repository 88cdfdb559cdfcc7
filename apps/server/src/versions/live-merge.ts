import { LIMITS } from '@incipit/collaboration'
import { type MergeRegion, merge, mergedText } from '@incipit/version-control'
import type { Collaboration, Revised, TextSpan } from '../collaboration/index.ts'
import type { Database } from '../platform/database.ts'
import type { NewId } from '../platform/ids.ts'
import type { BranchRow, ConflictRow, VersionStore } from './store.ts'

/** What arrives in a live text. */
export interface Arrival {
  readonly base: string
  readonly theirs: string
  /** What people call the other side. */
  readonly theirsName: string
  /** Whose edit the clean parts are. */
  readonly authorId: string
  /** Merge by words and by keys of the front matter. */
  readonly prose: boolean
  readonly at: Date
}

/** What became of the live text: rows to store, and those that the new ones stand in for. */
export interface Arrived {
  readonly revised: Revised
  readonly conflicts: readonly ConflictRow[]
  readonly superseded: readonly string[]
}

type Conflict = Extract<MergeRegion, { kind: 'conflict' }>

/** A live text after a merge: conflicts keep what stands in it. */
interface MergedLive {
  readonly text: string
  readonly conflicts: readonly { readonly region: Conflict; readonly span: TextSpan }[]
}

/** Merges committed texts into live ones. */
export function createLiveMerge(deps: {
  db: Database
  store: VersionStore
  collaboration: Collaboration
  newId: NewId
}) {
  const { db, store, collaboration, newId } = deps

  /** Conflicts that stood there before and lie in one of the new ones, which know more. */
  async function supersededBy(branch: BranchRow, fresh: readonly ConflictRow[]): Promise<string[]> {
    if (fresh.length === 0) return []
    const old = await store.conflictsOf(db, branch.libraryId, [branch.id])
    if (old.length === 0) return []
    const superseded: string[] = []
    await collaboration.revise(branch.libraryId, branch.documentId, { id: branch.id }, (view) => {
      const spans = fresh.flatMap((row) => view.spanOf(row) ?? [])
      for (const row of old) {
        const span = view.spanOf(row)
        if (!span || spans.some((other) => touches(span, other))) superseded.push(row.id)
      }
      return null
    })
    return superseded
  }

  /**
   * Merges what arrives into the live text in one go: clean parts become an ordinary edit with minimal changes, so that cursors
   * and undo stay; conflicts keep the live text. Stores nothing but that edit.
   */
  return async function mergeIntoLive(branch: BranchRow, arrival: Arrival): Promise<Arrived> {
    let merged: MergedLive = { text: '', conflicts: [] }
    const revised = await collaboration.revise(
      branch.libraryId,
      branch.documentId,
      { id: arrival.authorId, isTakenIn: true },
      (view) => {
        merged = mergeLive(arrival, view.text)
        return { text: merged.text, spans: merged.conflicts.map(({ span }) => span) }
      },
    )
    const conflicts = merged.conflicts.map(
      ({ region, span }, index): ConflictRow => ({
        libraryId: branch.libraryId,
        id: newId(),
        branchId: branch.id,
        documentId: branch.documentId,
        position: span.start,
        ...revised.anchors[index]!,
        base: region.base,
        ours: region.ours,
        theirs: region.theirs,
        theirsName: arrival.theirsName,
        choice: null,
        resolverKind: null,
        resolverId: null,
        resolverName: null,
        resolvedAt: null,
        createdAt: arrival.at,
      }),
    )
    return { revised, conflicts, superseded: await supersededBy(branch, conflicts) }
  }
}

function mergeLive({ base, theirs, prose }: Arrival, ours: string): MergedLive {
  const result = merge(base, ours, theirs, { prose })
  const text = mergedText(result, 'ours')
  // Both together may be longer than a live text can be: then people choose between the two.
  if (text.length > LIMITS.textLength) {
    const region: Conflict = { kind: 'conflict', base, ours, theirs }
    return { text: ours, conflicts: [{ region, span: { start: 0, end: ours.length } }] }
  }
  let start = 0
  const conflicts: { region: Conflict; span: TextSpan }[] = []
  for (const region of result.regions) {
    const end = start + (region.kind === 'merged' ? region.text : region.ours).length
    if (region.kind === 'conflict') conflicts.push({ region, span: { start, end } })
    start = end
  }
  return { text, conflicts }
}

/** Whether two parts share text, or one is an empty place in the other. */
function touches(a: TextSpan, b: TextSpan): boolean {
  if (a.start === a.end || b.start === b.end) return a.start <= b.end && b.start <= a.end
  return a.start < b.end && b.start < a.end
}
