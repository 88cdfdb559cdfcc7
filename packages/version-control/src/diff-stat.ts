import { align } from './diff/align.ts'
import { splitLines } from './split-lines.ts'

/** How many lines a change adds and removes. A changed line counts as one of each. */
export interface DiffStat {
  readonly added: number
  readonly removed: number
}

/** What counting may cost at full patience: some hundredths of a second. */
const COUNT_STEPS = 2_000_000

/**
 * Count added and removed lines, as `git diff --numstat` does. Where thousands of lines differ among lines that repeat, the counts may
 * be somewhat larger than they need to be, so that the time stays bounded.
 */
export function diffStat(before: string, after: string): DiffStat {
  const changes = align(splitLines(before), splitLines(after), { steps: COUNT_STEPS })
  return {
    added: changes.reduce((sum, { added }) => sum + added, 0),
    removed: changes.reduce((sum, { removed }) => sum + removed, 0),
  }
}
