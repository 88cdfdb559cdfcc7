/**
 * @internal A run of tokens of one list and the run that stands in its place in another. Positions count from 0.
 * Where one count is 0, the other run is purely removed or added at that position.
 */
export interface Change {
  readonly before: number
  readonly removed: number
  readonly after: number
  readonly added: number
}

/** @internal The changes that two lists of marks describe: a token is marked with 1 when the other list does not have it. */
export function changesOf(removed: Uint8Array, added: Uint8Array): Change[] {
  const changes: Change[] = []
  let before = 0
  let after = 0
  while (before < removed.length || after < added.length) {
    const start = { before, after }
    while (removed[before] === 1) before += 1
    while (added[after] === 1) after += 1
    if (before > start.before || after > start.after) {
      changes.push({ ...start, removed: before - start.before, added: after - start.after })
    } else {
      before += 1
      after += 1
    }
  }
  return changes
}
