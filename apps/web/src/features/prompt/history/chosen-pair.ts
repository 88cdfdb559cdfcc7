/** At most two are chosen: a third takes the place of the one chosen first. */
export function choose(chosen: readonly string[], hash: string): readonly string[] {
  if (chosen.includes(hash)) return chosen.filter((other) => other !== hash)
  return [...chosen, hash].slice(-2)
}
