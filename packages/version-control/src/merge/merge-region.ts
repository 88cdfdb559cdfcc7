/** A piece of a merge: text that is settled, or the three versions of some whole lines that people have to settle. */
export type MergeRegion =
  | { readonly kind: 'merged'; readonly text: string }
  | { readonly kind: 'conflict'; readonly base: string; readonly ours: string; readonly theirs: string }

/** @internal */
export type MergeConflict = Extract<MergeRegion, { kind: 'conflict' }>

/** @internal The regions with neighbours of kind merged joined and empty ones left out. */
export function joinRegions(regions: Iterable<MergeRegion>): MergeRegion[] {
  const joined: MergeRegion[] = []
  let texts: string[] = []
  const flush = () => {
    const text = texts.join('')
    if (text !== '') joined.push({ kind: 'merged', text })
    texts = []
  }
  for (const region of regions) {
    if (region.kind === 'merged') texts.push(region.text)
    else {
      flush()
      joined.push(region)
    }
  }
  flush()
  return joined
}

/** @internal What three versions of a text come to where at most one of them differs from the base; `null` where both do, differently. */
export function settle(base: string, ours: string, theirs: string): string | null {
  if (ours === theirs || theirs === base) return ours
  return ours === base ? theirs : null
}
