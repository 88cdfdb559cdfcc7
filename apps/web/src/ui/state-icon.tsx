import { Tooltip } from '@mantine/core'
import classes from './state-badge.module.css'
import { type StateKind, type StateValue, stateLook } from './states.ts'

interface StateIconProps<Kind extends StateKind> {
  kind: Kind
  value: StateValue<Kind>
  size?: number
}

/** A state as icon and colour where there is no room for its word, which screen readers and the mouse still get. */
export function StateIcon<Kind extends StateKind>({ kind, value, size = 15 }: StateIconProps<Kind>) {
  const { word, icon: Icon, tone, meaning } = stateLook(kind, value)
  return (
    <Tooltip label={`${word}: ${meaning}`}>
      <span className={classes.badge} data-tone={tone} role="img" aria-label={word}>
        <Icon size={size} stroke={1.75} aria-hidden />
      </span>
    </Tooltip>
  )
}
