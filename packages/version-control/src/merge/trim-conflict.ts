import { splitLines } from '../split-lines.ts'
import type { MergeConflict, MergeRegion } from './merge-region.ts'

/**
 * @internal A conflict without the lines at its beginning and end on which both sides agree: those are settled, whether the base
 * has them too or not.
 */
export function trimConflict(texts: Omit<MergeConflict, 'kind'>): MergeRegion[] {
  const [base, ours, theirs] = [splitLines(texts.base), splitLines(texts.ours), splitLines(texts.theirs)]
  const start = commonStart(ours, theirs)
  const end = commonStart(ours.slice(start).reverse(), theirs.slice(start).reverse())
  const settled = { before: ours.slice(0, start), after: ours.slice(ours.length - end) }
  const baseStart = commonStart(settled.before, base)
  const rest = base.slice(baseStart)
  const baseEnd = commonStart(settled.after.toReversed(), rest.toReversed())
  const baseLines = rest.slice(0, rest.length - baseEnd)
  // A last line without line break cannot stand before others.
  if (end > 0 && baseLines.length > 0 && !baseLines.at(-1)?.endsWith('\n'))
    return [{ kind: 'conflict', ...texts }]
  return [
    { kind: 'merged', text: settled.before.join('') },
    {
      kind: 'conflict',
      base: baseLines.join(''),
      ours: ours.slice(start, ours.length - end).join(''),
      theirs: theirs.slice(start, theirs.length - end).join(''),
    },
    { kind: 'merged', text: settled.after.join('') },
  ]
}

/** How many lines two lists have in common at their beginning. */
function commonStart(a: readonly string[], b: readonly string[]): number {
  const most = Math.min(a.length, b.length)
  let count = 0
  while (count < most && a[count] === b[count]) count += 1
  return count
}
