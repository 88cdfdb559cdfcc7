/** The end of an axis that begins at zero and holds a count: the next of 1, 2, 5 times a power of ten, or 4. */
export function niceTop(count: number): number {
  if (count <= 4) return Math.max(1, count === 3 ? 4 : count)
  const power = 10 ** Math.floor(Math.log10(count))
  const step = [1, 2, 5, 10].find((factor) => factor * power >= count)!
  return step * power
}
