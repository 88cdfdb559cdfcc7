/** The first so many of what would go on. */
export function firstOf<T>(items: Iterable<T>, most: number): T[] {
  const first: T[] = []
  if (most <= 0) return first
  for (const item of items) {
    first.push(item)
    if (first.length === most) break
  }
  return first
}
