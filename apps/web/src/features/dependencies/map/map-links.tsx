import { memo } from 'react'
import type { Layout } from '../layout/layout.ts'
import type { MapNode } from '../map-model.ts'
import classes from './dependency-map.module.css'
import { type Highlight, type Light, lightOfLink } from './highlight.ts'

interface MapLinksProps {
  layout: Layout
  nodes: ReadonlyMap<string, MapNode>
  highlight: Highlight | null
}

/** The includes as lines; those to missing prompts are dashed. What is lit lies on top. */
export const MapLinks = memo(function MapLinks({ layout, nodes, highlight }: MapLinksProps) {
  const links = layout.edges.map((edge) => ({ ...edge, light: lightOfLink(highlight, edge.from, edge.to) }))
  const lit = (light: Light): boolean => light === 'above' || light === 'below'
  const ordered = [...links.filter(({ light }) => !lit(light)), ...links.filter(({ light }) => lit(light))]
  return (
    <svg className={classes.links} width={layout.width} height={layout.height} aria-hidden="true">
      {ordered.map(({ from, to, path, light }) => (
        <path
          key={`${from} ${to}`}
          d={path}
          data-light={light}
          data-missing={nodes.get(to)?.prompt === null || undefined}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  )
})
