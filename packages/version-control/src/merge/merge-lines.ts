import { align } from '../diff/align.ts'
import type { Change } from '../diff/change.ts'
import { splitLines } from '../split-lines.ts'
import { type ChangeGroup, groupChanges, type Span } from './group-changes.ts'
import { joinRegions, type MergeRegion, settle } from './merge-region.ts'

/** @internal Lines that both sides changed, and how. */
export interface LineConflict {
  readonly base: readonly string[]
  readonly ours: readonly string[]
  readonly theirs: readonly string[]
  /** From base to ours; positions are those of the lines here. */
  readonly oursChanges: readonly Change[]
  readonly theirsChanges: readonly Change[]
}

/**
 * @internal Merges by lines: clean exactly where `git merge-file` is, and the same then. Changes conflict when no line kept by both
 * sides stands between them, unless both sides came to the same.
 *
 * @param resolve what becomes of lines that both sides changed
 */
export function mergeLines(
  base: string,
  ours: string,
  theirs: string,
  resolve: (conflict: LineConflict) => Iterable<MergeRegion>,
): MergeRegion[] {
  const lines = { base: splitLines(base), ours: splitLines(ours), theirs: splitLines(theirs) }
  const groups = groupChanges(align(lines.base, lines.ours), align(lines.base, lines.theirs), () => true)
  const regions: MergeRegion[] = []
  let done = 0
  for (const group of groups) {
    regions.push({ kind: 'merged', text: textOf(lines.base, { from: done, to: group.base.from }) })
    const conflict = conflictOf(group, lines)
    const settled = settle(conflict.base.join(''), conflict.ours.join(''), conflict.theirs.join(''))
    if (settled === null) regions.push(...resolve(conflict))
    else regions.push({ kind: 'merged', text: settled })
    done = group.base.to
  }
  regions.push({ kind: 'merged', text: textOf(lines.base, { from: done, to: lines.base.length }) })
  return joinRegions(regions)
}

type Lines = Pick<LineConflict, 'base' | 'ours' | 'theirs'>

function conflictOf(group: ChangeGroup, lines: Lines): LineConflict {
  return {
    base: lines.base.slice(group.base.from, group.base.to),
    ours: lines.ours.slice(group.ours.from, group.ours.to),
    theirs: lines.theirs.slice(group.theirs.from, group.theirs.to),
    oursChanges: group.oursChanges.map((change) => moved(change, group.base, group.ours)),
    theirsChanges: group.theirsChanges.map((change) => moved(change, group.base, group.theirs)),
  }
}

function moved(change: Change, base: Span, side: Span): Change {
  return { ...change, before: change.before - base.from, after: change.after - side.from }
}

function textOf(lines: readonly string[], { from, to }: Span): string {
  return lines.slice(from, to).join('')
}
