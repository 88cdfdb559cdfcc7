import { useEffect, useRef } from 'react'

interface Layer {
  close: () => void
}

/** What is open above the page, the topmost last. */
const layers: Layer[] = []

/** One listener for all: with one each, whatever lies below would be the topmost by the time it is asked. */
function onKeyDown(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.isComposing) return
  // Mantine marks fields whose open list takes the key for itself.
  const isTaken =
    event.target instanceof Element && event.target.getAttribute('data-mantine-stop-propagation') === 'true'
  const topmost = layers.at(-1)
  if (isTaken || !topmost) return
  // Nothing behind it is meant as well.
  event.preventDefault()
  topmost.close()
}

/** Escape closes this while it is open and nothing else is open above it: one press, one layer. */
export function useEscape(opened: boolean, close: () => void): void {
  const latest = useRef(close)
  latest.current = close
  useEffect(() => {
    if (!opened) return
    const layer: Layer = { close: () => latest.current() }
    layers.push(layer)
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => {
      layers.splice(layers.indexOf(layer), 1)
      if (layers.length === 0) window.removeEventListener('keydown', onKeyDown, { capture: true })
    }
  }, [opened])
}
