/**
 * The number after `n`, as long as it is exact.
 *
 * @throws RangeError beyond 2^53 - 1, where adding one would silently repeat a version.
 */
export function successor(n: number): number {
  if (n >= Number.MAX_SAFE_INTEGER) throw new RangeError(`There is no exact number after ${n}`)
  return n + 1
}
