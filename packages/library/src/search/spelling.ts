const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** Shortest word whose spelling is questioned. */
export const LEAST_CORRECTED = 3
/** From this length on, two mistakes are forgiven. */
export const TWICE_WRONG = 7

/**
 * The least number of single mistakes (a letter missing, too much, another one, two neighbours swapped) between two words,
 * no letter touched twice (optimal string alignment).
 *
 * @param most further apart than this counts as `most + 1`
 */
export function spellingDistance(a: string, b: string, most = 2): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, beforeLast[j - 2]! + 1)
      row.push(least)
    }
    if (Math.min(...row) > most && Math.min(...last) > most) return most + 1
    beforeLast = last
    last = row
  }
  return Math.min(last[b.length]!, most + 1)
}

/** Every word one mistake away that is written with the letters of the word, a to z and digits. */
export function oneMistake(word: string): string[] {
  const letters = new Set([...LETTERS, ...word])
  const found = new Set<string>()
  for (let at = 0; at <= word.length; at += 1) {
    const [head, tail] = [word.slice(0, at), word.slice(at)]
    if (tail) found.add(head + tail.slice(1))
    if (tail.length > 1) found.add(head + tail[1] + tail[0] + tail.slice(2))
    for (const letter of letters) {
      found.add(head + letter + tail)
      if (tail) found.add(head + letter + tail.slice(1))
    }
  }
  found.delete(word)
  return [...found].filter((other) => other.isWellFormed())
}

/**
 * The word somebody most likely meant, of those known: fewest mistakes, same first letter, more often used, then by letters.
 *
 * @returns null when none is close: one mistake, or two in words of {@link TWICE_WRONG} letters and more
 */
export function closestWord(
  word: string,
  known: readonly { readonly word: string; readonly uses: number }[],
): string | null {
  if (word.length < LEAST_CORRECTED) return null
  const most = word.length >= TWICE_WRONG ? 2 : 1
  const ranked = known
    .map((entry) => ({ ...entry, distance: spellingDistance(word, entry.word, most) }))
    .filter(({ distance }) => distance > 0 && distance <= most)
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        Number(b.word[0] === word[0]) - Number(a.word[0] === word[0]) ||
        b.uses - a.uses ||
        (a.word < b.word ? -1 : 1),
    )
  return ranked[0]?.word ?? null
}
