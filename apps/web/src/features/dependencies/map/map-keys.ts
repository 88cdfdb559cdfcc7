import type { KeyboardEvent } from 'react'
import type { Direction } from './neighbour.ts'
import type { Point } from './viewport.ts'

/** What one press or click zooms by. */
export const STEP = 1.25
const PAN_PX = 80

const ARROWS: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}
const PANS: Record<Direction, Point> = {
  left: { x: PAN_PX, y: 0 },
  right: { x: -PAN_PX, y: 0 },
  up: { x: 0, y: PAN_PX },
  down: { x: 0, y: -PAN_PX },
}

interface MapActions {
  /** To the next prompt in a direction. */
  move: (direction: Direction) => void
  /** Moves the picture by so much on the screen. */
  pan: (by: Point) => void
  zoom: (factor: number) => void
  fit: () => void
}

/** The keys of the map: arrows walk, with Shift they move the picture; plus, minus and 0 zoom. */
export function mapKeys({ move, pan, zoom, fit }: MapActions): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const direction = ARROWS[event.key]
    if (direction && event.shiftKey) pan(PANS[direction])
    else if (direction) move(direction)
    else if (event.key === '+' || event.key === '=') zoom(STEP)
    else if (event.key === '-') zoom(1 / STEP)
    else if (event.key === '0') fit()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}
