import { VisuallyHidden } from '@mantine/core'
import { IconAlertTriangle, IconArrowBarToDown, IconArrowBarUp } from '@tabler/icons-react'
import { memo } from 'react'
import { stateLook } from '../../../ui/index.ts'
import type { MapNode } from '../map-model.ts'
import { nodeWords } from '../map-words.ts'
import classes from './dependency-map.module.css'
import type { Light } from './highlight.ts'

interface MapNodeBoxProps {
  node: MapNode
  x: number
  y: number
  light: Light
  selected: boolean
  /** The one node that Tab reaches. */
  entry: boolean
  /** The prompt whose page the map stands on. */
  home: boolean
}

/** A prompt on the map: what it is called, its status, how many include it and how many it includes. */
export const MapNodeBox = memo(function MapNodeBox({
  node,
  x,
  y,
  light,
  selected,
  entry,
  home,
}: MapNodeBoxProps) {
  const { prompt, key, includedBy, includes } = node
  const look = prompt ? stateLook('status', prompt.status) : null
  const Icon = look?.icon ?? IconAlertTriangle
  return (
    <button
      type="button"
      className={classes.node}
      style={{ transform: `translate(${x}px, ${y}px)` }}
      data-key={key}
      data-light={light}
      data-missing={prompt === null || undefined}
      data-home={home || undefined}
      data-tone={look?.tone ?? 'bad'}
      tabIndex={entry ? 0 : -1}
      aria-pressed={selected}
    >
      <Icon className={classes.status} size={18} stroke={1.75} aria-hidden />
      <span className={classes.name}>
        {prompt?.name ?? key}
        <VisuallyHidden component="span">, {nodeWords(node)}</VisuallyHidden>
      </span>
      <span className={classes.detail} aria-hidden>
        <span className={classes.key}>{prompt ? key : 'There is no such prompt'}</span>
        <span className={classes.counts}>
          {includedBy > 0 && (
            <span title={`Included by ${includedBy}`}>
              <IconArrowBarToDown size={12} aria-hidden />
              {includedBy}
            </span>
          )}
          {includes > 0 && (
            <span title={`Includes ${includes}`}>
              <IconArrowBarUp size={12} aria-hidden />
              {includes}
            </span>
          )}
        </span>
      </span>
    </button>
  )
})
