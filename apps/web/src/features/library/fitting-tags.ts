/** Room one tag takes besides its letters, in letters. */
const FRAME = 3

/** How many tags, from the first, find room in a line of about so many letters; at least one. */
export function fittingTags(names: readonly string[], letters: number): number {
  let room = letters
  for (const [at, name] of names.entries()) {
    room -= name.length + FRAME
    if (room < 0) return Math.max(1, at)
  }
  return names.length
}
