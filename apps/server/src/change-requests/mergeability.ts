import { proposeChangeType } from '@incipit/document'
import { type ChangeType, type MergeGate, mergeChangeType, mergeGate } from '@incipit/version-control'
import type { MergePreview } from '../versions/index.ts'
import type { ChangeRequestDeps } from './deps.ts'
import type { JudgedRequest } from './reader.ts'

/** The text of a commit of the prompt; empty for none. */
export type TextOf = (commitId: string | null) => Promise<string>

/** What a merge would come to at this moment. */
export interface Mergeability extends MergeGate {
  readonly judged: JudgedRequest
  /** Null for change requests that ended: nothing is merged any more. */
  readonly preview: MergePreview | null
  /** Places where both sides changed the same. */
  readonly conflicts: number
}

/**
 * Merges on trial: the costly part of a change request, so ask only where it is shown. Three statements for any number; what was
 * merged before at the same two heads is remembered by `mergePreviews`, and costs none of the work.
 */
export function createMergeability({ versions }: Pick<ChangeRequestDeps, 'versions'>) {
  return async function mergeabilitiesOf(
    libraryId: string,
    judged: readonly JudgedRequest[],
  ): Promise<Map<string, Mergeability>> {
    const tried = judged.filter(({ request }) => request.status === 'open')
    const pairs = tried.flatMap(({ request, situation }) => {
      const { head, targetHead } = situation
      if (head === null || targetHead === null) return []
      return [{ id: request.id, promptId: request.promptId, into: targetHead, from: head }]
    })
    const previews = await versions.mergePreviews(
      libraryId,
      pairs.map(({ promptId, into, from }) => ({ promptId, into, from })),
    )
    const found = new Map(pairs.map(({ id }, index) => [id, previews[index]!]))
    const nothing: MergePreview = { kind: 'up-to-date' }
    return new Map(
      judged.map((one) => {
        const { id, status } = one.request
        return [id, gated(one, status === 'open' ? (found.get(id) ?? nothing) : null)]
      }),
    )
  }
}

function gated(judged: JudgedRequest, preview: MergePreview | null): Mergeability {
  const { request, situation, approvals } = judged
  const conflicts = preview?.kind === 'conflicts' ? preview.conflicts : 0
  const gate = mergeGate({
    status: request.status as 'open' | 'merged' | 'closed',
    source: situation.source.name,
    target: situation.target.name,
    archived: approvals.archived,
    upToDate: preview?.kind === 'up-to-date',
    conflicts,
    approvals,
  })
  return { ...gate, judged, preview, conflicts }
}

/** The target's text after the merge, or as it was merged; null with conflicts, and where it was closed. */
export async function textAfterMerge(
  { judged, preview }: Mergeability,
  textOf: TextOf,
): Promise<string | null> {
  const { request, situation } = judged
  if (request.mergeCommitId) return textOf(request.mergeCommitId)
  if (preview?.kind === 'clean') return preview.content
  return preview?.kind === 'up-to-date' ? textOf(situation.targetHead) : null
}

/** What kind of change the merge is: the strongest of what the inputs say and what the merged commits are. */
export async function proposedChangeType(mergeability: Mergeability, textOf: TextOf): Promise<ChangeType> {
  const { situation, approvals } = mergeability.judged
  const after = (await textAfterMerge(mergeability, textOf)) ?? (await textOf(situation.head))
  const { changeType } = proposeChangeType(await textOf(situation.targetHead), after)
  return mergeChangeType(changeType, approvals.changeTypes)
}
