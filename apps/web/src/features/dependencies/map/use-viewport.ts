import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { fitted, type Point, panned, type Size, type Viewport, zoomed } from './viewport.ts'

/** A press that moves farther than this drags the map and chooses nothing. */
const DRAG_PX = 4
const WHEEL_ZOOM = 0.0022

interface Options {
  /** Whether a plain wheel moves the map; otherwise it scrolls the page, and only Ctrl and wheel zoom. */
  wheelPans: boolean
}

/** What of a picture is seen, moved by mouse, touch and wheel; fits all of it whenever the picture changes its size. */
export function useViewport(canvas: RefObject<HTMLElement | null>, picture: Size, { wheelPans }: Options) {
  const [view, setView] = useState<Viewport>({ x: 0, y: 0, scale: 1 })
  const [ready, setReady] = useState(false)
  const touched = useRef(false)
  const { width, height } = picture

  const screen = useCallback((): Size => {
    const box = canvas.current?.getBoundingClientRect()
    return { width: box?.width ?? 0, height: box?.height ?? 0 }
  }, [canvas])
  const fit = useCallback(() => {
    touched.current = false
    setView(fitted({ width, height }, screen()))
    setReady(true)
  }, [width, height, screen])
  const change = useCallback(
    (next: (view: Viewport, screen: Size) => Viewport) => {
      touched.current = true
      setView((now) => next(now, screen()))
    },
    [screen],
  )

  useEffect(() => {
    if (!touched.current) fit()
  }, [fit])
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      if (!touched.current) fit()
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [canvas, fit])
  useWheel(canvas, change, wheelPans)
  const dragged = useDrag(canvas, change)
  return { view, ready, change, fit, dragged }
}

type Change = (next: (view: Viewport, screen: Size) => Viewport) => void

function useWheel(canvas: RefObject<HTMLElement | null>, change: Change, pans: boolean): void {
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const onWheel = (event: WheelEvent): void => {
      const zooms = event.ctrlKey || event.metaKey
      if (!zooms && !pans) return
      event.preventDefault()
      const at = placeIn(element, event)
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1
      if (zooms) change((view) => zoomed(view, Math.exp(-event.deltaY * lines * WHEEL_ZOOM), at))
      else change((view) => panned(view, { x: -event.deltaX * lines, y: -event.deltaY * lines }))
    }
    // React listens passively, and the page would zoom or scroll along.
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [canvas, change, pans])
}

/** One pointer drags, two pinch. Answers with whether the press that just ended moved the map. */
function useDrag(canvas: RefObject<HTMLElement | null>, change: Change): () => boolean {
  const moved = useRef(false)
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const pointers = new Map<number, Point>()
    let travelled = 0
    const onDown = (event: PointerEvent): void => {
      if (event.pointerType === 'mouse' && event.button !== 0) return
      if (pointers.size === 0) {
        travelled = 0
        moved.current = false
      }
      pointers.set(event.pointerId, placeIn(element, event))
    }
    const onMove = (event: PointerEvent): void => {
      const before = pointers.get(event.pointerId)
      if (!before) return
      const now = placeIn(element, event)
      travelled += Math.hypot(now.x - before.x, now.y - before.y)
      if (travelled < DRAG_PX && pointers.size === 1) return
      if (!moved.current) element.setPointerCapture(event.pointerId)
      moved.current = true
      const others = [...pointers].filter(([id]) => id !== event.pointerId).map(([, place]) => place)
      const other = others[0]
      pointers.set(event.pointerId, now)
      if (other) {
        const factor = distance(now, other) / Math.max(distance(before, other), 1)
        const by = { x: (now.x - before.x) / 2, y: (now.y - before.y) / 2 }
        change((view) => zoomed(panned(view, by), factor, middle(now, other)))
      } else change((view) => panned(view, { x: now.x - before.x, y: now.y - before.y }))
    }
    const onEnd = (event: PointerEvent): void => {
      pointers.delete(event.pointerId)
    }
    element.addEventListener('pointerdown', onDown)
    element.addEventListener('pointermove', onMove)
    element.addEventListener('pointerup', onEnd)
    element.addEventListener('pointercancel', onEnd)
    return () => {
      element.removeEventListener('pointerdown', onDown)
      element.removeEventListener('pointermove', onMove)
      element.removeEventListener('pointerup', onEnd)
      element.removeEventListener('pointercancel', onEnd)
    }
  }, [canvas, change])
  return useCallback(() => moved.current, [])
}

function placeIn(element: HTMLElement, { clientX, clientY }: { clientX: number; clientY: number }): Point {
  const { left, top } = element.getBoundingClientRect()
  return { x: clientX - left, y: clientY - top }
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)
const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })
