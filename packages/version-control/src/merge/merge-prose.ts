import { mergeLines } from './merge-lines.ts'
import type { MergeRegion } from './merge-region.ts'
import { mergeWords, type WordEffort } from './merge-words.ts'

/** Steps for comparing the words of one side, in all conflicts together: a tenth of a second. */
const WORD_STEPS = 5_000_000

/** @internal Merges by lines, and by words where lines conflict. */
export function mergeProse(base: string, ours: string, theirs: string): MergeRegion[] {
  const effort: WordEffort = { ours: { steps: WORD_STEPS }, theirs: { steps: WORD_STEPS } }
  return mergeLines(base, ours, theirs, (conflict) => mergeWords(conflict, effort))
}
