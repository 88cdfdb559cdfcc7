/** What of the map is seen: a point p of the map stands at p * scale + (x, y) on the screen. */
export interface Viewport {
  x: number
  y: number
  scale: number
}

export interface Size {
  width: number
  height: number
}

export interface Point {
  x: number
  y: number
}

export const SMALLEST = 0.1
export const LARGEST = 2
const MARGIN = 32

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)

/** Zooms by a factor, so that the point under `at` (on the screen) stays where it is. */
export function zoomed({ x, y, scale }: Viewport, factor: number, at: Point): Viewport {
  const next = clamp(scale * factor, SMALLEST, LARGEST)
  const ratio = next / scale
  return { scale: next, x: at.x - (at.x - x) * ratio, y: at.y - (at.y - y) * ratio }
}

/** Moves what is seen by a distance on the screen. */
export function panned({ x, y, scale }: Viewport, by: Point): Viewport {
  return { scale, x: x + by.x, y: y + by.y }
}

/** All of a picture, in the middle of the screen and no larger than it is. */
export function fitted(picture: Size, screen: Size): Viewport {
  const scale = clamp(
    Math.min(
      (screen.width - 2 * MARGIN) / Math.max(picture.width, 1),
      (screen.height - 2 * MARGIN) / Math.max(picture.height, 1),
      1,
    ),
    SMALLEST,
    LARGEST,
  )
  return {
    scale,
    x: (screen.width - picture.width * scale) / 2,
    y: (screen.height - picture.height * scale) / 2,
  }
}

/** Whether a box of the map lies on the screen as a whole, large enough to be read. */
export function isLegible({ x, y, scale }: Viewport, box: Point & Size, screen: Size): boolean {
  const [left, top] = [box.x * scale + x, box.y * scale + y]
  return (
    scale >= READABLE &&
    left >= 0 &&
    top >= 0 &&
    left + box.width * scale <= screen.width &&
    top + box.height * scale <= screen.height
  )
}

/** Puts a point of the map into the middle of the screen, large enough to be read. */
export function centred({ scale }: Viewport, on: Point, screen: Size): Viewport {
  const next = Math.max(scale, READABLE)
  return { scale: next, x: screen.width / 2 - on.x * next, y: screen.height / 2 - on.y * next }
}

/** Below this scale only names are drawn. */
export const READABLE = 0.55

/** Moves as little as possible so that a box of the map lies on the screen. */
export function revealed(view: Viewport, box: Point & Size, screen: Size): Viewport {
  const left = box.x * view.scale + view.x
  const top = box.y * view.scale + view.y
  const right = left + box.width * view.scale
  const bottom = top + box.height * view.scale
  return panned(view, {
    x: left < MARGIN ? MARGIN - left : Math.min(0, screen.width - MARGIN - right),
    y: top < MARGIN ? MARGIN - top : Math.min(0, screen.height - MARGIN - bottom),
  })
}
