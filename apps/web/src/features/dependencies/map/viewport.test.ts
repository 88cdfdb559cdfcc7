import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  centred,
  fitted,
  isLegible,
  LARGEST,
  panned,
  revealed,
  SMALLEST,
  type Viewport,
  zoomed,
} from './viewport.ts'

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const viewport = fc.record({ x: number(-5e3, 5e3), y: number(-5e3, 5e3), scale: number(SMALLEST, LARGEST) })
const point = fc.record({ x: number(0, 2e3), y: number(0, 2e3) })
const size = fc.record({ width: number(300, 3e3), height: number(300, 3e3) })
const onMap = ({ x, y, scale }: Viewport, at: { x: number; y: number }) => ({
  x: (at.x - x) / scale,
  y: (at.y - y) / scale,
})

it('zooming leaves the point under the pointer where it is, and keeps to the limits', () => {
  fc.assert(
    fc.property(viewport, number(0.2, 5), point, (view, factor, at) => {
      const next = zoomed(view, factor, at)
      expect(onMap(next, at).x).toBeCloseTo(onMap(view, at).x, 3)
      expect(onMap(next, at).y).toBeCloseTo(onMap(view, at).y, 3)
      expect(next.scale).toBeGreaterThanOrEqual(SMALLEST)
      expect(next.scale).toBeLessThanOrEqual(LARGEST)
    }),
  )
})

it('fitting shows all of a picture, in the middle, never enlarged', () => {
  fc.assert(
    fc.property(size, size, (picture, screen) => {
      const { x, y, scale } = fitted(picture, screen)
      expect(scale).toBeLessThanOrEqual(1)
      expect(x * 2 + picture.width * scale).toBeCloseTo(screen.width, 3)
      expect(y * 2 + picture.height * scale).toBeCloseTo(screen.height, 3)
      if (scale > SMALLEST) expect(Math.min(x, y)).toBeGreaterThanOrEqual(31.9)
    }),
  )
})

it('centring puts the point into the middle, and never zooms out', () => {
  fc.assert(
    fc.property(viewport, point, size, (view, on, screen) => {
      const next = centred(view, on, screen)
      const middle = onMap(next, { x: screen.width / 2, y: screen.height / 2 })
      expect(middle.x).toBeCloseTo(on.x, 3)
      expect(middle.y).toBeCloseTo(on.y, 3)
      expect(next.scale).toBeGreaterThanOrEqual(view.scale)
    }),
  )
})

it('revealing shows what was outside, and moves nothing for what is seen', () => {
  const screen = { width: 800, height: 600 }
  const view = { x: 0, y: 0, scale: 1 }
  const box = { width: 216, height: 56 }
  expect(revealed(view, { x: 100, y: 100, ...box }, screen)).toEqual(view)
  expect(revealed(view, { x: 900, y: 100, ...box }, screen)).toEqual(
    panned(view, { x: 800 - 32 - 1116, y: 0 }),
  )
  expect(revealed(view, { x: 100, y: -200, ...box }, screen)).toEqual(panned(view, { x: 0, y: 232 }))
})

it('a box is legible when it is seen as a whole, and not from afar', () => {
  const screen = { width: 800, height: 600 }
  const box = { x: 100, y: 100, width: 216, height: 56 }
  expect(isLegible({ x: 0, y: 0, scale: 1 }, box, screen)).toBe(true)
  expect(isLegible({ x: -101, y: 0, scale: 1 }, box, screen)).toBe(false)
  expect(isLegible({ x: 0, y: 500, scale: 1 }, box, screen)).toBe(false)
  expect(isLegible({ x: 0, y: 0, scale: 0.3 }, box, screen)).toBe(false)
})
