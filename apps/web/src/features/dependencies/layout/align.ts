/**
 * Places things in a row near where they would like to be: keeps their order, keeps `gap` between the end of one and the start of
 * the next, and moves them as little as possible (least squares, by pooling adjacent violators).
 *
 * @param wishes where each would like to have its middle
 * @param sizes how long each is
 * @returns the middles
 */
export function align(wishes: readonly number[], sizes: readonly number[], gap: number): number[] {
  const offsets: number[] = []
  sizes.forEach((size, at) => {
    const before = at === 0 ? 0 : offsets[at - 1]! + sizes[at - 1]! / 2 + gap + size / 2
    offsets.push(before)
  })
  const pools: { sum: number; count: number }[] = []
  wishes.forEach((wish, at) => {
    let pool = { sum: wish - offsets[at]!, count: 1 }
    for (
      let last = pools.at(-1);
      last && last.sum / last.count >= pool.sum / pool.count;
      last = pools.at(-1)
    ) {
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count }
      pools.pop()
    }
    pools.push(pool)
  })
  const starts = pools.flatMap(({ sum, count }) => new Array<number>(count).fill(sum / count))
  return starts.map((start, at) => start + offsets[at]!)
}
