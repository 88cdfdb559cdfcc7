import { type ChangeType, changeTypeOf, type VersionEffect } from './change-type.ts'
import { strongestChangeType } from './strongest-change-type.ts'

const STRENGTH: Readonly<Record<VersionEffect, number>> = { none: 0, patch: 1, minor: 2, major: 3 }

/**
 * The change type to propose for a merge: the strongest that its commits have, unless the texts show a stronger one.
 * Among equals the commits win, since their writers knew more than the texts show, and of these one that needs a review, since nobody
 * should overlook it: with a security change among its fixes a merge is one.
 *
 * @param shown what the difference of the texts shows
 * @param committed change types of the commits that are merged
 */
export function mergeChangeType(shown: ChangeType, committed: readonly ChangeType[]): ChangeType {
  const most = Math.max(...[shown, ...committed].map(strengthOf))
  const strongest = committed.filter((type) => strengthOf(type) === most)
  const reviewed = strongest.filter((type) => changeTypeOf(type)?.reviewRequired)
  return strongestChangeType(reviewed.length > 0 ? reviewed : strongest) ?? shown
}

function strengthOf(type: ChangeType): number {
  return STRENGTH[changeTypeOf(type)?.effect ?? 'none']
}
