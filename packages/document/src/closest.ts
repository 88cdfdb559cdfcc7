/** Longer words are not looked at: nobody mistypes them, and comparing takes the square of their length. */
const MAX_LENGTH = 200

/** @internal The candidate that a word was probably meant to be: at most two slips away, and fewer than half its letters; `null` when none is. */
export function closest(word: string, candidates: readonly string[]): string | null {
  if (word.length > MAX_LENGTH) return null
  const meant = word.toLowerCase()
  let best: string | null = null
  let bestDistance = Math.min(2, Math.floor((word.length - 1) / 2)) + 1
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue
    const distance = editDistance(meant, candidate.toLowerCase(), bestDistance)
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** Letters to insert, delete or replace to get from one word to the other; `enough` when it is that many or more. */
function editDistance(a: string, b: string, enough: number): number {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let tail = 0
  const shorter = Math.min(a.length, b.length) - start
  while (tail < shorter && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1
  return distanceOf(a.slice(start, a.length - tail), b.slice(start, b.length - tail), enough)
}

function distanceOf(a: string, b: string, enough: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const distance = Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
      next.push(distance)
      least = Math.min(least, distance)
    }
    if (least >= enough) return enough
    row = next
  }
  return row[b.length] ?? 0
}
