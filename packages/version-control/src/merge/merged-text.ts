import type { MergeResult } from './merge.ts'

/** The text of a merge, in which every conflict takes the version of the side chosen. */
export function mergedText({ regions }: MergeResult, unresolved: 'base' | 'ours' | 'theirs'): string {
  return regions.map((region) => (region.kind === 'merged' ? region.text : region[unresolved])).join('')
}
