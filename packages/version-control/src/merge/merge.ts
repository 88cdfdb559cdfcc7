import { mergeDocument } from './merge-document.ts'
import { mergeLines } from './merge-lines.ts'
import type { MergeRegion } from './merge-region.ts'
import { trimConflict } from './trim-conflict.ts'

/** How to merge. */
export interface MergeOptions {
  /**
   * Where lines conflict, merge edits to different words of one line, and front matter by key.
   *
   * @default true
   */
  readonly prose?: boolean
}

/** What became of three texts. */
export interface MergeResult {
  /** Whether nothing is left for people to settle. */
  readonly clean: boolean
  /** In the order of the text; neighbours are never both of kind merged. */
  readonly regions: readonly MergeRegion[]
}

/**
 * Merge two LF texts that come from one base. Where `git merge-file` merges, the result is the same; where it does not, edits to
 * different words and to different keys of front matter still merge unless `prose` is off. What cannot be settled are values with
 * all three versions, never markers. Takes any three texts and depends on nothing else; the time is bounded.
 */
export function merge(base: string, ours: string, theirs: string, options: MergeOptions = {}): MergeResult {
  const { prose = true } = options
  const regions = prose
    ? mergeDocument(base, ours, theirs)
    : mergeLines(base, ours, theirs, (lines) =>
        trimConflict({ base: lines.base.join(''), ours: lines.ours.join(''), theirs: lines.theirs.join('') }),
      )
  return { clean: regions.every(({ kind }) => kind === 'merged'), regions }
}
