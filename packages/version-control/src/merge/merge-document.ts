import { mergeFrontMatter, splitDocument } from './merge-front-matter.ts'
import { mergeLines } from './merge-lines.ts'
import { mergeProse } from './merge-prose.ts'
import { joinRegions, type MergeRegion } from './merge-region.ts'

/** @internal Merges prompt documents: by lines; where lines conflict, front matter by its keys and the rest by words. */
export function mergeDocument(base: string, ours: string, theirs: string): MergeRegion[] {
  const [before, left, right] = [splitDocument(base), splitDocument(ours), splitDocument(theirs)]
  if (left.frontMatter === '' || right.frontMatter === '') return mergeProse(base, ours, theirs)
  // The text as a whole comes first: where Git merges it, a line must not be found elsewhere because the text was cut.
  return (
    mergeCleanly(base, ours, theirs) ??
    joinRegions([
      ...mergeSettings(before.frontMatter, left.frontMatter, right.frontMatter),
      ...mergeProse(before.body, left.body, right.body),
    ])
  )
}

function mergeSettings(base: string, ours: string, theirs: string): MergeRegion[] {
  return (
    mergeCleanly(base, ours, theirs) ?? mergeFrontMatter(base, ours, theirs) ?? mergeProse(base, ours, theirs)
  )
}

/** By lines alone; `null` when lines conflict. */
function mergeCleanly(base: string, ours: string, theirs: string): MergeRegion[] | null {
  let clean = true
  const regions = mergeLines(base, ours, theirs, () => {
    clean = false
    return []
  })
  return clean ? regions : null
}
