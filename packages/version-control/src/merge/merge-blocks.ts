import { mergeOrder } from './merge-order.ts'
import { mergeProse } from './merge-prose.ts'
import { type MergeRegion, settle } from './merge-region.ts'
import { type Block, HEAD, TAIL } from './yaml-blocks.ts'

/**
 * @internal Merges three lists of blocks by their keys. A block that only one side changed, added or removed is taken from it; a list
 * of named things that both changed is merged by its items; other blocks that both changed are merged by lines and words.
 * `null` when both sides put blocks into different orders.
 */
export function mergeBlocks(
  base: readonly Block[],
  ours: readonly Block[],
  theirs: readonly Block[],
): MergeRegion[] | null {
  const order = mergeOrder(keysOf(base), keysOf(ours), keysOf(theirs))
  if (!order) return null
  const [before, left, right] = [byKey(base), byKey(ours), byKey(theirs)]
  const keys = [HEAD, ...order.filter((key) => key !== HEAD && key !== TAIL), TAIL]
  return keys.flatMap((key) => mergeBlock(before.get(key), left.get(key), right.get(key)))
}

function mergeBlock(base?: Block, ours?: Block, theirs?: Block): MergeRegion[] {
  const texts = { base: base?.text ?? '', ours: ours?.text ?? '', theirs: theirs?.text ?? '' }
  const text = settle(texts.base, texts.ours, texts.theirs)
  if (text !== null) return [{ kind: 'merged', text }]
  if (!ours || !theirs) return [{ kind: 'conflict', ...texts }]
  const byItems = ours.items && theirs.items && mergeBlocks(itemsOf(base), ours.items, theirs.items)
  return byItems ?? mergeProse(texts.base, texts.ours, texts.theirs)
}

/** A list that was none before, or was written in another way, has no items to lose. */
function itemsOf(base: Block | undefined): readonly Block[] {
  return base?.items ?? []
}

function keysOf(blocks: readonly Block[]): string[] {
  return blocks.map(({ key }) => key)
}

function byKey(blocks: readonly Block[]): Map<string, Block> {
  return new Map(blocks.map((block) => [block.key, block]))
}
