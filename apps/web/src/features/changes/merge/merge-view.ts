import { counted } from '../../../lib/counted.ts'
import type { Change } from '../view/change-query.ts'

type Judged = Pick<Change, 'mergeability' | 'source' | 'target'>

/** What the merge box says in one line, and what to do about the source. */
export interface MergeView {
  headline: string
  /** Whether the target has to come into the source, and how: `resume` goes on with a merge somebody began. */
  update: 'none' | 'update' | 'resolve' | 'resume'
}

/** What stands between an open change request and its merge. */
export function mergeView({ mergeability, source, target }: Judged): MergeView {
  const { state, conflicts, behind } = mergeability
  if (source.merging)
    return {
      headline: `${source.merging.name} is being merged into ${source.name}`,
      update: 'resume',
    }
  switch (state) {
    case 'READY':
      return {
        headline: `Ready: it merges into ${target.name} without conflicts`,
        update: behind > 0 ? 'update' : 'none',
      }
    case 'CONFLICTS':
      return { headline: `${counted(conflicts, 'place')} to resolve first`, update: 'resolve' }
    case 'BLOCKED':
      return { headline: 'Not ready yet', update: behind > 0 ? 'update' : 'none' }
    case 'UP_TO_DATE':
      return { headline: `Nothing to merge: ${target.name} has everything already`, update: 'none' }
    case 'ENDED':
      return { headline: 'Ended', update: 'none' }
  }
}

interface Pair {
  source: Pick<Change['source'], 'name' | 'approvalRequired'>
  target: Pick<Change['target'], 'name'>
}

/** Why the person cannot bring the target into the source, and what to do instead. */
export function updateHindrance({ source, target }: Pair): string {
  if (!source.approvalRequired)
    return `Bringing ${target.name} into ${source.name} needs the level developer or admin.`
  return `${source.name} takes in changes by change request only. Open a branch from ${source.name}, bring ${target.name} into it there, and have that merged into ${source.name}.`
}
