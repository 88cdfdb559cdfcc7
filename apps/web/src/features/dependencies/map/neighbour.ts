export type Direction = 'left' | 'right' | 'up' | 'down'

interface Placed {
  id: string
  x: number
  y: number
}

/** How much a step to the side counts against one straight on. */
const ASIDE = 2

/** The nearest node in a direction, straight on before aside; `null` at the edge of the picture. */
export function neighbourOf(nodes: readonly Placed[], from: Placed, direction: Direction): string | null {
  let nearest: string | null = null
  let least = Number.POSITIVE_INFINITY
  for (const { id, x, y } of nodes) {
    const [dx, dy] = [x - from.x, y - from.y]
    const [ahead, aside] = {
      left: [-dx, dy],
      right: [dx, dy],
      up: [-dy, dx],
      down: [dy, dx],
    }[direction] as [number, number]
    // What lies more to the side than ahead belongs to another direction.
    if (ahead <= 0 || Math.abs(aside) > 4 * ahead) continue
    const cost = ahead + ASIDE * Math.abs(aside)
    if (cost < least) {
      least = cost
      nearest = id
    }
  }
  return nearest
}
