import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowsMaximize, IconMinus, IconPlus } from '@tabler/icons-react'
import classes from './dependency-map.module.css'

interface MapControlsProps {
  scale: number
  zoomIn: () => void
  zoomOut: () => void
  fit: () => void
}

/** Zoom by button. */
export function MapControls({ scale, zoomIn, zoomOut, fit }: MapControlsProps) {
  const button = (label: string, keys: string, Icon: typeof IconPlus, run: () => void) => (
    <Tooltip label={`${label} (${keys})`} position="left">
      <ActionIcon size={30} aria-label={label} onClick={run}>
        <Icon size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
  return (
    <div className={classes.controls} role="toolbar" aria-label="Zoom">
      {button('Zoom in', '+', IconPlus, zoomIn)}
      <span className={classes.scale}>{Math.round(scale * 100)}%</span>
      {button('Zoom out', '−', IconMinus, zoomOut)}
      {button('Show all', '0', IconArrowsMaximize, fit)}
    </div>
  )
}
