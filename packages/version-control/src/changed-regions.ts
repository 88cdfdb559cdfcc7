import { diffArrays } from 'diff'

/** @internal A run of tokens that differs: what stood at `offset` (UTF-16 units into the text before) and what stands there now. */
export interface Region {
  readonly offset: number
  readonly removed: readonly string[]
  readonly inserted: readonly string[]
}

/**
 * @internal Where two lists of tokens differ, ascending, with equal tokens between any two regions.
 * When more than `maxEdits` tokens differ, everything between the common start and the common end is one region.
 */
export function changedRegions(
  before: readonly string[],
  after: readonly string[],
  maxEdits: number,
): Region[] {
  const start = commonStart(before, after)
  const end = commonEnd(before, after, start)
  const removed = before.slice(start, before.length - end)
  const inserted = after.slice(start, after.length - end)
  if (removed.length + inserted.length === 0) return []

  const offset = lengthOf(before.slice(0, start))
  const changes =
    removed.length * inserted.length === 0 ? null : diffArrays(removed, inserted, { maxEditLength: maxEdits })
  return changes ? joinNeighbours(changes, offset) : [{ offset, removed, inserted }]
}

/** A removal next to an addition is one replacement. */
function joinNeighbours(changes: ReturnType<typeof diffArrays<string>>, offset: number): Region[] {
  const regions: Region[] = []
  let position = offset
  let open: { offset: number; removed: string[]; inserted: string[] } | null = null
  for (const { value, added, removed } of changes) {
    if (!added && !removed) {
      open = null
    } else {
      if (!open) {
        open = { offset: position, removed: [], inserted: [] }
        regions.push(open)
      }
      if (added) open.inserted = value
      else open.removed = value
    }
    if (!added) position += lengthOf(value)
  }
  return regions
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  const most = Math.min(a.length, b.length)
  let count = 0
  while (count < most && a[count] === b[count]) count += 1
  return count
}

function commonEnd(a: readonly string[], b: readonly string[], start: number): number {
  const most = Math.min(a.length, b.length) - start
  let count = 0
  while (count < most && a[a.length - 1 - count] === b[b.length - 1 - count]) count += 1
  return count
}

function lengthOf(tokens: readonly string[]): number {
  return tokens.reduce((sum, token) => sum + token.length, 0)
}
