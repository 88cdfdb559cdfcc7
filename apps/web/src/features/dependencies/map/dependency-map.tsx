'use client'

import { type MouseEvent, type PointerEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { layOut } from '../layout/layout.ts'
import { NODE } from '../layout/place.ts'
import type { MapModel } from '../map-model.ts'
import classes from './dependency-map.module.css'
import { around, found as foundHighlight, lightOfNode } from './highlight.ts'
import { MapControls } from './map-controls.tsx'
import { mapKeys, STEP } from './map-keys.ts'
import { MapLinks } from './map-links.tsx'
import { MapNodeBox } from './map-node-box.tsx'
import { neighbourOf } from './neighbour.ts'
import { NodeCard } from './node-card.tsx'
import { useViewport } from './use-viewport.ts'
import { centred, isLegible, panned, READABLE, revealed, zoomed } from './viewport.ts'

interface DependencyMapProps {
  map: MapModel
  /** Keys that a search found; empty without a search. */
  found?: readonly string[]
  /** The one among them to look at. */
  lookAt?: { key: string; turn: number } | null
  /** The prompt whose page the map stands on. */
  home?: string
  /** Part of a page that scrolls: the wheel is the page's. */
  embedded?: boolean
}

/** Who includes whom as a picture to walk around in: with the mouse, by touch, and by keyboard. */
export function DependencyMap({
  map,
  found = [],
  lookAt = null,
  home,
  embedded = false,
}: DependencyMapProps) {
  const canvas = useRef<HTMLElement>(null)
  const layout = useMemo(() => layOut(map.graph.edges), [map])
  const places = useMemo(() => new Map(layout.nodes.map((node) => [node.id, node])), [layout])
  const { view, ready, change, fit, dragged } = useViewport(canvas, layout, { wheelPans: !embedded })
  const [hovered, setHovered] = useState<string | null>(null)
  const [focused, setFocused] = useState<string | null>(null)
  const [chosen, setChosen] = useState<{ key: string; byKeyboard: boolean } | null>(null)
  const selected = chosen && map.nodes.has(chosen.key) ? chosen.key : null
  const centre = [hovered, focused, selected].find((key) => key !== null && map.nodes.has(key)) ?? null
  const highlight = useMemo(() => {
    if (centre !== null) return around(map.graph, centre)
    return found.length > 0 ? foundHighlight(found) : null
  }, [map, centre, found])
  const lookedAt = lookAt && found.includes(lookAt.key) ? lookAt.key : null
  const entry =
    selected ?? (focused !== null && map.nodes.has(focused) ? focused : (home ?? layout.nodes[0]?.id))

  const goTo = useCallback(
    (key: string) => {
      const at = places.get(key)
      if (!at) return
      const middle = { x: at.x + NODE.width / 2, y: at.y + NODE.height / 2 }
      change((now, screen) =>
        isLegible(now, { ...at, ...NODE }, screen) ? now : centred(now, middle, screen),
      )
    },
    [places, change],
  )
  useLookAt(lookAt, goTo)
  const focusNode = (key: string): void => {
    canvas.current
      ?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
      ?.focus({ preventScroll: true })
    const at = places.get(key)
    if (at) change((now, screen) => revealed(now, { ...at, ...NODE }, screen))
  }
  const close = (): void => {
    setChosen(null)
    if (chosen) focusNode(chosen.key)
  }
  const zoom = (factor: number): void =>
    change((now, screen) => zoomed(now, factor, { x: screen.width / 2, y: screen.height / 2 }))

  const onKeyDown = mapKeys({
    move: (direction) => {
      const from = focused === null ? undefined : places.get(focused)
      const next = from && neighbourOf(layout.nodes, from, direction)
      if (next) focusNode(next)
    },
    pan: (by) => change((now) => panned(now, by)),
    zoom,
    fit,
  })
  const onClick = (event: MouseEvent): void => {
    // A click that a key made has no count.
    const byKeyboard = event.detail === 0
    if (!byKeyboard && dragged()) return
    const key = keyAt(event)
    setChosen(key === null ? null : { key, byKeyboard })
  }
  const onPointerOver = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse') setHovered(keyAt(event))
  }

  return (
    <div className={classes.map} data-embedded={embedded || undefined}>
      <section
        ref={canvas}
        className={classes.canvas}
        aria-label="Dependency map. Arrow keys go from prompt to prompt, Enter tells more, plus and minus zoom, 0 shows all."
        data-far={view.scale < READABLE || undefined}
        data-ready={ready || undefined}
        onClick={onClick}
        onKeyDown={onKeyDown}
        onPointerOver={onPointerOver}
        onPointerLeave={() => setHovered(null)}
        onFocus={(event) => setFocused(keyAt(event))}
        onBlur={() => setFocused(null)}
      >
        <div
          className={classes.layer}
          style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})` }}
        >
          <MapLinks layout={layout} nodes={map.nodes} highlight={highlight} />
          {layout.nodes.map(({ id, x, y }) => (
            <MapNodeBox
              key={id}
              node={map.nodes.get(id)!}
              x={x}
              y={y}
              light={centre === null && id === lookedAt ? 'centre' : lightOfNode(highlight, id)}
              selected={id === selected}
              entry={id === entry}
              home={id === home}
            />
          ))}
        </div>
      </section>
      <MapControls scale={view.scale} zoomIn={() => zoom(STEP)} zoomOut={() => zoom(1 / STEP)} fit={fit} />
      <p className={classes.legend} data-shown={centre !== null || undefined} aria-hidden="true">
        <span data-light="above">Includes it</span>
        <span data-light="below">It includes</span>
      </p>
      {chosen && selected !== null && (
        <NodeCard
          key={selected}
          node={map.nodes.get(selected)!}
          nodes={map.nodes}
          links={map.links}
          focus={chosen.byKeyboard}
          choose={(key) => {
            setChosen({ key, byKeyboard: true })
            goTo(key)
          }}
          close={close}
        />
      )}
    </div>
  )
}

/** Goes to what the search wants looked at, once for each wish. */
function useLookAt(lookAt: { key: string; turn: number } | null, goTo: (key: string) => void): void {
  const latest = useRef(goTo)
  latest.current = goTo
  useEffect(() => {
    if (lookAt) latest.current(lookAt.key)
  }, [lookAt])
}

function keyAt({ target }: { target: EventTarget }): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-key]')?.dataset.key ?? null) : null
}
