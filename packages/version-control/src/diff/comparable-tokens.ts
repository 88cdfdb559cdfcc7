/** Tokens to both sides that say whether a frequent token is worth comparing. */
const NEIGHBOURHOOD = 100
/** Most occurrences in the other list that any token may have and still be rare. */
const MOST_RARE = 1024

/** How often a token occurs in the other list, as far as that matters. */
const NEVER = 0
const RARE = 1
const OFTEN = 2

/**
 * @internal Positions in `tokens[from…to)` that are worth comparing with another list. Tokens the other list does not have are not,
 * nor are tokens it has very often (blank lines, brackets) in the midst of such: they would be matched by chance and tear the
 * rest apart.
 *
 * @param occurrences how often the other list has each token
 */
export function comparableTokens(
  tokens: Int32Array,
  occurrences: Int32Array,
  [from, to]: readonly [number, number],
): Int32Array {
  const often = Math.min(roughRoot(tokens.length), MOST_RARE)
  const frequency = new Uint8Array(to - from)
  for (let index = from; index < to; index += 1) {
    const count = occurrences[tokens[index]!]!
    frequency[index - from] = count === 0 ? NEVER : count >= often ? OFTEN : RARE
  }
  const noneLost = !frequency.includes(NEVER)
  const kept = new Int32Array(to - from)
  let count = 0
  for (let index = 0; index < frequency.length; index += 1) {
    const is = frequency[index]
    if (is === NEVER || (is === OFTEN && !noneLost && isLost(frequency, index))) continue
    kept[count] = from + index
    count += 1
  }
  return kept.subarray(0, count)
}

/** Whether tokens without a counterpart surround a frequent one on both sides and prevail there. */
function isLost(frequency: Uint8Array, index: number): boolean {
  const before = countUntilRare(frequency, index, -1)
  if (before.never === 0) return false
  const after = countUntilRare(frequency, index, 1)
  if (after.never === 0) return false
  // The token itself counts once on each side.
  const often = before.often + after.often + 2
  return often * 4 < often + before.never + after.never
}

function countUntilRare(
  frequency: Uint8Array,
  index: number,
  step: 1 | -1,
): { never: number; often: number } {
  const counts = { never: 0, often: 0 }
  for (let distance = 1; distance <= NEIGHBOURHOOD; distance += 1) {
    const is = frequency[index + distance * step]
    if (is === undefined || is === RARE) break
    if (is === NEVER) counts.never += 1
    else counts.often += 1
  }
  return counts
}

/** @internal A power of two near the square root: between it and twice it. */
export function roughRoot(count: number): number {
  let root = 1
  for (let rest = count; rest > 0; rest = Math.floor(rest / 4)) root *= 2
  return root
}
