/** Whether a change request can be merged at this moment. */
export type MergeState = 'ready' | 'conflicts' | 'blocked' | 'up-to-date' | 'ended'

/** What {@link mergeGate} looks at. */
export interface MergeGateSpec {
  readonly status: 'open' | 'merged' | 'closed'
  readonly source: string
  readonly target: string
  readonly archived: boolean
  /** Whether the target has every commit of the source. */
  readonly upToDate: boolean
  /** Places where both sides changed the same. */
  readonly conflicts: number
  readonly approvals: {
    readonly required: number
    readonly given: number
    /** Names of those who ask for changes. */
    readonly changesRequestedBy: readonly string[]
  }
}

/** Where a merge stands and everything in its way, each with what to do; no reasons when it is ready. */
export interface MergeGate {
  readonly state: MergeState
  readonly reasons: readonly string[]
}

/** Whether a change request can be merged, and what stands in the way. Checks such as the syntax are shown and do not stand in the way. */
export function mergeGate(spec: MergeGateSpec): MergeGate {
  if (spec.status !== 'open') {
    const again = spec.status === 'closed' ? ' Reopen it to merge it.' : ''
    return { state: 'ended', reasons: [`This change request is ${spec.status}.${again}`] }
  }
  if (spec.upToDate) {
    return {
      state: 'up-to-date',
      reasons: [
        `${spec.target} has every commit of ${spec.source}. Commit to ${spec.source}, or close the change request.`,
      ],
    }
  }
  const reasons = [...conflictReasons(spec), ...blockingReasons(spec)]
  return { state: spec.conflicts > 0 ? 'conflicts' : reasons.length > 0 ? 'blocked' : 'ready', reasons }
}

function conflictReasons({ conflicts, source, target }: MergeGateSpec): string[] {
  if (conflicts === 0) return []
  const places = conflicts === 1 ? 'one place' : `${conflicts} places`
  return [
    `${source} and ${target} changed the same in ${places}. Merge ${target} into ${source}, resolve and commit.`,
  ]
}

function blockingReasons({ archived, approvals }: MergeGateSpec): string[] {
  const { required, given, changesRequestedBy } = approvals
  const missing = Math.max(0, required - given)
  return [
    ...(archived ? ['The prompt is archived. Ask an admin to restore it.'] : []),
    ...(changesRequestedBy.length > 0
      ? [`${listed(changesRequestedBy)} asked for changes. Make them and ask for a review of the new commit.`]
      : []),
    ...(missing > 0
      ? [
          `${missing === 1 ? 'One approval is' : `${missing} approvals are`} missing: ${given} of ${required} given for the newest commit. Ask somebody who did not write it and may approve.`,
        ]
      : []),
  ]
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
