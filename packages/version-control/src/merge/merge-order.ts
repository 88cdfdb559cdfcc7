import { settle } from './merge-region.ts'

/**
 * @internal The order of keys that three orders come to: that of the base, or that of the side that moved keys. A key that a side added
 * stands behind the key it was added behind; where both added some, those of ours come first. Keys of the base that are gone are in it
 * too. `null` when both sides moved keys, differently.
 */
export function mergeOrder(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): string[] | null {
  const sets = [new Set(base), new Set(ours), new Set(theirs)]
  const shared = [base, ours, theirs].map((keys) =>
    JSON.stringify(keys.filter((key) => sets.every((set) => set.has(key)))),
  ) as [string, string, string]
  const settled = settle(...shared)
  if (settled === null) return null
  const kept: string[] = JSON.parse(settled)
  return withAdditions(withAdditions(kept, [base]), [ours, theirs])
}

/** The order with the keys of the lists that it does not have, each behind the last key before it that it has. */
function withAdditions(order: readonly string[], lists: readonly (readonly string[])[]): string[] {
  const additions = new Map<string | null, string[]>()
  const known = new Set(order)
  const added = new Set<string>()
  for (const keys of lists) {
    let anchor: string | null = null
    for (const key of keys) {
      if (known.has(key)) anchor = key
      else if (!added.has(key)) {
        added.add(key)
        additions.set(anchor, [...(additions.get(anchor) ?? []), key])
      }
    }
  }
  return [null, ...order].flatMap((key) => [...(key === null ? [] : [key]), ...(additions.get(key) ?? [])])
}
