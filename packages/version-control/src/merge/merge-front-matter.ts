import { locateFrontMatter } from '@incipit/document'
import { mergeBlocks } from './merge-blocks.ts'
import { joinRegions, type MergeRegion, settle } from './merge-region.ts'
import { type Block, HEAD, readBlocks, TAIL } from './yaml-blocks.ts'

/** Longer front matter is merged by lines: nobody writes it by hand, and reading it would take long. UTF-16 units. */
const LONGEST = 64 * 1024

/** @internal A text cut where its front matter ends. */
export interface SplitDocument {
  /** From the opening to the closing line; empty when there is none. */
  readonly frontMatter: string
  readonly body: string
}

/** @internal */
export function splitDocument(text: string): SplitDocument {
  const end = locateFrontMatter(text)?.range.to ?? 0
  return { frontMatter: text.slice(0, end), body: text.slice(end) }
}

/**
 * @internal Merges three blocks of front matter by their keys, or answers `null` when that is not possible: broken or unusual YAML,
 * orders that contradict each other, a result that would be broken. The base may have none.
 */
export function mergeFrontMatter(base: string, ours: string, theirs: string): MergeRegion[] | null {
  if (Math.max(base.length, ours.length, theirs.length) > LONGEST) return null
  const [before, left, right] = [partsOf(base), partsOf(ours), partsOf(theirs)]
  const opening = settle(before.opening, left.opening, right.opening)
  const closing = settle(before.closing, left.closing, right.closing)
  const blocks = [before, left, right].map(({ yaml }) => readBlocks(yaml))
  const [baseBlocks, oursBlocks, theirsBlocks] = blocks
  if (opening === null || closing === null || !baseBlocks || !oursBlocks || !theirsBlocks) return null

  const regions = mergeBlocks(baseBlocks, oursBlocks, theirsBlocks)
  if (!regions || !isSound(regions, oursBlocks, theirsBlocks)) return null
  return joinRegions([{ kind: 'merged', text: opening }, ...regions, { kind: 'merged', text: closing }])
}

interface Parts {
  readonly opening: string
  readonly yaml: string
  readonly closing: string
}

function partsOf(frontMatter: string): Parts {
  const { from, to } = locateFrontMatter(frontMatter)?.contentRange ?? { from: 0, to: 0 }
  return {
    opening: frontMatter.slice(0, from),
    yaml: frontMatter.slice(from, to),
    closing: frontMatter.slice(to),
  }
}

/**
 * Blocks that are right by themselves may not go together, for instance items indented by different amounts: whichever side the
 * conflicts take, the keys both sides have must be there, and no others than theirs.
 */
function isSound(regions: readonly MergeRegion[], ours: readonly Block[], theirs: readonly Block[]): boolean {
  const [left, right] = [new Set(pathsOf(ours)), new Set(pathsOf(theirs))]
  return (['ours', 'theirs'] as const).every((side) => {
    const texts = regions.map((region) => (region.kind === 'merged' ? region.text : region[side]))
    const blocks = readBlocks(texts.join(''))
    if (!blocks) return false
    const found = new Set(pathsOf(blocks))
    const isComplete = [...left].every((path) => !right.has(path) || found.has(path))
    return isComplete && [...found].every((path) => left.has(path) || right.has(path))
  })
}

/** Keys, and items of lists by their names. */
function pathsOf(blocks: readonly Block[], above = ''): string[] {
  return blocks
    .filter(({ key }) => key !== HEAD && key !== TAIL)
    .flatMap(({ key, items }) => [`${above}${key}`, ...pathsOf(items ?? [], `${above}${key} / `)])
}
